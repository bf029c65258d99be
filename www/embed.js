// The one script that a page names: it finds the labs on the page and brings each to life when the reader comes near.
// A classic script with a name that never changes, so that any page of any site can carry it; all else is found from
// its own address. It never touches the article, and whatever fails ends in one plain sentence below the lab.

import { defineElement } from './embed/element.js';
import { fitFrames } from './embed/frames.js';
import { watchStillLabs } from './embed/still-labs.js';

function begin() {
  defineElement();
  watchStillLabs();
}

// Not before the page is parsed: an element that is made alive earlier has no code in it yet.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
fitFrames();
