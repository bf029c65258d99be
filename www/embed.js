// The one script that a page names: it finds the labs on the page and brings each to life when the reader comes near.
// A classic script with a name that never changes, so that any page of any site can carry it; all else is found from
// its own address. It never touches the article, and whatever fails ends in one plain sentence below the lab.

import { startEngine, prepareEngine } from './embed/engine.js';
import { clearFault, showFault } from './embed/fault.js';
import { addressOf, fetchFile, files, once } from './embed/files.js';
import { watchStill } from './embed/still.js';

const loadPage = once(async () => {
  if (typeof WebAssembly !== 'object') throw new Error('this browser cannot run WebAssembly');
  const wasm = fetchFile(files.pageWasm);
  wasm.catch(() => {}); // Awaited below; until then a failure is not forgotten, only early.
  const page = await import(addressOf(files.page));
  await page.default({ module_or_path: await wasm });
  return page;
});

const loadEditor = once(() => import(addressOf(files.editor)));

// What the page is given instead of finding it in globals: all that it needs from the world of scripts.
function hostFor(lab) {
  return {
    loadEditor: () => loadEditorFor(lab),
    // A failure is the page's to tell: it also offers to start anew.
    startWorker: startEngine,
    prepareEngine,
  };
}

// Without the editor the page goes on and has nothing to say about it.
async function loadEditorFor(lab) {
  try {
    const editor = await loadEditor();
    clearFault(lab, 'code editor');
    return editor;
  } catch (error) {
    showFault(lab, 'code editor', error);
    throw error;
  }
}

async function wake(lab) {
  // The attribute also keeps a second copy of this script from waking the same lab again.
  if (lab.hasAttribute('data-coldstart-state')) return;
  lab.setAttribute('data-coldstart-state', 'waking');

  const stillNodes = [...lab.childNodes];
  const still = watchStill(lab);
  try {
    const page = await loadPage();
    still.noteFocus();
    await page.mount(lab, hostFor(lab));
    await nextTask(); // Yew draws in microtasks.
    lab.setAttribute('data-coldstart-state', 'alive');
    still.handOver();
  } catch (error) {
    still.stop();
    // The code must stay readable even if the page had already cleared it away.
    lab.replaceChildren(...stillNodes);
    lab.setAttribute('data-coldstart-state', 'failed');
    showFault(lab, 'playground', error);
  }
}

function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

function findLabs() {
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

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', findLabs);
else findLabs();
