//= a member of a member
//: document {"handler":"index.api.kites.list","invocations":[{"event":1}]}
//: expect {"result":"listed"}
exports.api = { kites: { list: async () => 'listed' } };
//= a missing member of a member
//: document {"handler":"index.api.kites","invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.api.kites is undefined or not exported"}}
exports.handler = async () => 1;
//= an export that is empty counts as missing
//: expect {"error":{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.handler is undefined or not exported"}}
exports.handler = '';
//= an export that is no function
//: expect {"error":{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.handler is not a function","trace":["Runtime.HandlerNotFound: index.handler is not a function"]},"logs":["~Runtime.HandlerNotFound"]}
exports.handler = { not: 'a function' };
//= module.exports as an object
//: expect {"result":"of module.exports"}
module.exports = { handler: async () => 'of module.exports' };
//= module.exports replaces exports
//: expect {"error":{"errorType":"Runtime.HandlerNotFound"}}
exports.handler = async () => 1;
module.exports = {};
//= a handler string without a dot
//: document {"handler":"index","invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.MalformedHandlerName","errorMessage":"Bad handler"}}
exports.handler = async () => 1;
//= a handler string with two dots
//: document {"handler":"../index.handler","invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.MalformedHandlerName","errorMessage":"'../index.handler' is not a valid handler name. Use absolute paths when specifying root directories in handler names."}}
exports.handler = async () => 1;
//= a handler string with the folder
//: document {"handler":"./index.handler","invocations":[{"event":1}]}
//: expect {"result":1}
exports.handler = async () => 1;
//= a handler string with a file that is missing
//: document {"handler":"app.handler","invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.ImportModuleError","errorMessage":"~Error: Cannot find module 'app'\nRequire stack:\n- "}}
exports.handler = async () => 1;
//= a handler string in a folder that is missing
//: document {"handler":"lib/index.handler","invocations":[{"event":1}]}
//: expect {"error":{"errorType":"Runtime.ImportModuleError","errorMessage":"~Error: Cannot find module 'index'\nRequire stack:\n- "}}
exports.handler = async () => 1;
//= a package that is missing
//: expect {"error":{"errorType":"Runtime.ImportModuleError","errorMessage":"~Error: Cannot find module 'left-pad'\nRequire stack:\n- /var/task/index.js\n- "},"logs":["~\tundefined\tERROR\t"]}
const pad = require('left-pad');
//= a file that is missing
//: expect {"error":{"errorType":"Runtime.ImportModuleError","errorMessage":"~Error: Cannot find module './kites'\nRequire stack:\n- /var/task/index.js\n- "}}
const kites = require('./kites');
//= a missing package that is only asked for later
//: expect {"error":{"errorType":"Error","errorMessage":"~Cannot find module 'left-pad'\nRequire stack:\n- /var/task/index.js"}}
exports.handler = async () => require('left-pad');
//= a syntax error
//: expect {"error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: Unexpected token ';'","trace":["Runtime.UserCodeSyntaxError: SyntaxError: Unexpected token ';'","*"]}}
exports.handler = async () => { const a = ; };
//= JSON.parse at load is a syntax error too
//: expect {"error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"~SyntaxError: Unexpected token 'x'"}}
const settings = JSON.parse('x');
//= a module that throws
//: expect {"error":{"errorType":"TypeError","errorMessage":"Cannot read properties of undefined (reading 'table')","trace":["*","    at Object.<anonymous> (/var/task/index.js:2:44)"]}}
const table = process.env.NOTHING_OF_KITES.table;
//= a module that throws a string
//: expect {"error":{"errorType":"string","errorMessage":"plain","trace":[]}}
throw 'plain';
//= a module with a rejection that nobody handles
//: expect {"error":{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"Error: boom"}}
Promise.reject(new Error('boom'));
exports.handler = async () => 1;
//= a module that exits
//: expect {"error":{"errorType":"Runtime.ExitError","errorMessage":"~Error: Runtime exited with error: exit status 3"}}
process.exit(3);
//= require, module and the rest are there
//: expect {"result":["function","object","/var/task/index.js","/var/task",true]}
const isExports = this === exports;
exports.handler = async () => [typeof require, typeof module, __filename, __dirname, isExports];
//= no warning for two parameters
//: expect {"result":1,"logs":[]}
exports.handler = async (event, context) => 1;
//= no warning where it is silenced
//: document {"settings":{"env":{"AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING":"1"}},"invocations":[{"event":1}]}
//: expect {"result":1,"logs":[]}
exports.handler = (event, context, callback) => callback(null, 1);
//= no warning for an async function of three parameters
//: expect {"result":1,"logs":[]}
exports.handler = async (event, context, callback) => 1;
