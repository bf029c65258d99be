// What the page's program is given for one lab instead of finding it in globals: all that it needs from the world of
// scripts, and the way out for what the author of the page should hear.

import { prepareEngine } from './engine.js';
import { loadEditor, loadRunViews } from './loading.js';
import { wordsOf } from './trouble.js';
import { hasRoom, newSeat } from './workers.js';

/** The host of the lab that `element` stands for; `lines` are the lines below it. */
export function hostFor(element, lines) {
  const seat = newSeat();

  // Sends an event out; false if somebody has called it off.
  const announce = (name, detail, cancelable = false) => element.dispatchEvent(
    new CustomEvent(`coldstart-${name}`, { bubbles: true, composed: true, cancelable, detail: { v: 1, ...detail } }),
  );

  const announceFault = (what, message, code = 'broken', next = 'Load the page again.') => {
    console.warn(`coldstart-lab: the ${what} failed: ${message}. ${next}`);
    announce('fail', { what, code, message, next });
  };

  return {
    announce,
    announceRun: (requests) => announce('run', { requests }, true),
    announceResult: (detail) => announce('result', detail),

    /** Shows the sentence that a reader gets when the machinery fails, and tells the page. */
    fail(what, error) {
      const message = wordsOf(error);
      lines.show(what, `The ${what} could not start: ${message}. The article and the code stay readable.`);
      announceFault(what, message, error.code, error.next);
    },
    // The page's program has shown this one itself.
    announceFault: (code, message) => announceFault('engine', message, code),

    /** Says that the author's words in an attribute mean nothing; without a sentence, that they do now. */
    complain(attribute, sentence) {
      if (!sentence) {
        lines.clear(attribute);
        return;
      }
      if (lines.show(attribute, sentence)) console.warn(`coldstart-lab: ${sentence}`);
    },

    // Without the editor the page goes on and has nothing to say about it.
    async loadEditor() {
      try {
        const editor = await loadEditor();
        lines.clear('code editor');
        return editor;
      } catch (error) {
        this.fail('code editor', error);
        throw error;
      }
    },

    // A failure is the page's to show: it also offers to start anew. A worker is of use only with what draws its runs.
    async startWorker(sleep) {
      const views = loadRunViews();
      views.catch(() => {}); // Awaited below; until then a failure is not forgotten, only early.
      try {
        const worker = await seat.start(sleep);
        await views.catch((error) => {
          worker.terminate();
          seat.leave();
          throw error;
        });
        return worker;
      } catch (error) {
        announceFault('engine', wordsOf(error), error.code, error.next);
        throw error;
      }
    },
    reportBusy: (isBusy) => seat.setBusy(isBusy),
    endWorker: () => seat.leave(),

    /** The same host with a seat of its own, for a second worker of the lab. */
    companion: () => hostFor(element, lines),

    /** Loads the engine ahead; tells whether a worker may be started ahead as well. */
    async prepareEngine() {
      await prepareEngine();
      return hasRoom();
    },
  };
}
