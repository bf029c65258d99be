// Labs of our own pages: the site build left a still of each in its place, which the living one takes over.

import { hostFor } from './host.js';
import { linesIn } from './lines.js';
import { loadPage } from './loading.js';
import { nextTask } from './next-task.js';
import { watchStill } from './still.js';

async function wake(lab) {
  // The attribute also keeps a second copy of this script from waking the same lab again.
  if (lab.hasAttribute('data-coldstart-state')) return;
  lab.setAttribute('data-coldstart-state', 'waking');

  const stillNodes = [...lab.childNodes];
  const still = watchStill(lab);
  const host = hostFor(lab, linesIn(lab));
  try {
    const page = await loadPage();
    still.noteLast();
    page.mount(lab, host);
    await nextTask(); // Yew draws in microtasks.
    lab.setAttribute('data-coldstart-state', 'alive');
    still.handOver();
    host.announce('ready');
  } catch (error) {
    still.stop();
    // The code must stay readable even if the page had already cleared it away.
    lab.replaceChildren(...stillNodes);
    lab.setAttribute('data-coldstart-state', 'failed');
    host.fail('playground', error);
  }
}

/** Wakes each lab when the reader comes near it or touches it. */
export function watchStillLabs() {
  const nearby = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      nearby.unobserve(entry.target);
      wake(entry.target);
    }
  }, { rootMargin: '200px' });

  for (const lab of document.querySelectorAll('[data-coldstart-lab]')) {
    nearby.observe(lab);
    for (const intent of ['pointerover', 'focusin', 'touchstart']) {
      lab.addEventListener(intent, () => wake(lab), { once: true, passive: true });
    }
  }
}
