// The bare page's engine: QuickJS, compiled and ready before anybody clicks. A message is a handler and an event; the
// answer is the handler's, as JSON.

import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten';
import variant from '@jitl/quickjs-wasmfile-release-sync';

const ready = newQuickJSWASMModuleFromVariant(variant).then((engine) => {
  const context = engine.newContext();
  run(context, 'exports.handler = async () => 1;', '{}'); // Warm, as ours is.
  return engine;
});

self.onmessage = async ({ data: { handler, event } }) => {
  const context = (await ready).newContext();
  self.postMessage(run(context, handler, event));
  context.dispose();
};

function run(context, handler, event) {
  const print = context.newFunction('log', (...words) => void words.map((word) => context.dump(word)));
  const console = context.newObject();
  context.setProp(console, 'log', print);
  context.setProp(context.global, 'console', console);
  print.dispose();
  console.dispose();
  const begun = context.evalCode(`
    const exports = {};
    (function (exports) { ${handler}
    })(exports);
    let answer;
    exports.handler(${event}, {}).then((result) => { answer = JSON.stringify(result); });`);
  context.unwrapResult(begun).dispose();
  context.runtime.executePendingJobs();
  const answer = context.unwrapResult(context.evalCode('answer'));
  const text = context.dump(answer);
  answer.dispose();
  return text;
}
