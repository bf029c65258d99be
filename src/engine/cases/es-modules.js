//= a named export
//: document {"esm":true,"invocations":[{"event":{"n":1}}]}
//: expect {"outcome":"success","result":{"n":1}}
export const handler = async (event) => event;
//= an exported function declaration
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"result":2}
export async function handler(event) { return event + 1; }
//= names exported at the end
//: document {"esm":true,"handler":"index.go","invocations":[{"event":1}]}
//: expect {"result":"went"}
const run = async () => 'went';
export { run as go };
//= a default export is not looked into up to Node.js 22
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.handler is undefined or not exported"}}
export default { handler: async () => 1 };
//= a default export named in the handler string
//: document {"esm":true,"handler":"index.default.handler","invocations":[{"event":1}]}
//: expect {"result":1}
export default { handler: async () => 1 };
//= top-level await
//: document {"esm":true,"invocations":[{"event":1},{"event":1}]}
//: expect {"result":"loaded 1"}
//: expect {"result":"loaded 1"}
let loads = 0;
const value = await new Promise((resolve) => setTimeout(resolve, 10, 'loaded'));
loads += 1;
export const handler = async () => `${value} ${loads}`;
//= a top-level await that fails
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"TypeError","errorMessage":"no","trace":["TypeError: no","    at file:///var/task/index.mjs:3:44"]}}
await Promise.resolve().then(() => { throw new TypeError('no'); });
export const handler = async () => 1;
//= a top-level await that never ends
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.ExitError","errorMessage":"~Error: Runtime exited with error: exit status 13"}}
await new Promise(() => {});
export const handler = async () => 1;
//= no require
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"ReferenceError","errorMessage":"require is not defined in ES module scope, you can use import instead"}}
const fs = require('fs');
export const handler = async () => 1;
//= no exports
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"ReferenceError","errorMessage":"exports is not defined in ES module scope"}}
exports.handler = async () => 1;
//= no require within the handler either
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"ReferenceError","errorMessage":"require is not defined","trace":["*","~at Runtime.handler (file:///var/task/index.mjs:3:38)"]}}
export const handler = async () => { require('fs'); };
//= import.meta, this, strict mode
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"result":["file:///var/task/index.mjs","/var/task/index.mjs","/var/task","undefined","undefined"]}
const top = typeof this;
export const handler = async () => [import.meta.url, import.meta.filename, import.meta.dirname, top, typeof (function () { return this; })()];
//= a package that is missing
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Error","errorMessage":"Cannot find package 'left-pad' imported from /var/task/index.mjs","trace":["Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'left-pad' imported from /var/task/index.mjs"]}}
import pad from 'left-pad';
export const handler = async () => 1;
//= a file that is missing
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Error","errorMessage":"Cannot find module '/var/task/kites.mjs' imported from /var/task/index.mjs"}}
import { kites } from './kites.mjs';
export const handler = async () => 1;
//= a syntax error
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: Unexpected token ';'"}}
export const handler = async () => { const a = ; };
//= lines and columns
//: document {"esm":true,"invocations":[{"event":{}}]}
//: expect {"error":{"errorType":"TypeError","errorMessage":"Cannot read properties of undefined (reading 'trim')","trace":["*","    at read (file:///var/task/index.mjs:3:46)","    at Runtime.handler (file:///var/task/index.mjs:4:50)"]}}
function read(event) { return event.body    .trim(); }
export const handler = async (event) => { return read(event); };
//= import() of what is missing can be caught
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"result":"ERR_MODULE_NOT_FOUND"}
export const handler = async () => { try { await import('left-pad'); } catch (error) { return error.code; } };
//= a callback handler
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"result":"called","logs":["~WARN"]}
export const handler = (event, context, callback) => { callback(null, 'called'); };
//= Node's own modules
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"result":["/a/b","b.js",true,"function"]}
import path, { join } from 'node:path';
import * as whole from 'path';
import { Buffer as Same } from 'buffer';
export const handler = async () => {
  const fs = await import('fs');
  return [join('/a', 'b'), path.basename('/a/b.js'), whole.join === join, typeof fs.readFileSync];
};
//= an export that a module has not
//: document {"esm":true,"invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: The requested module 'path' does not provide an export named 'fly'"}}
import { fly } from 'path';
export const handler = async () => 1;
