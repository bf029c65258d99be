//= const a = ;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token ';'", "trace": ["*", "~/var/task/index.js:2:"]}}
const a = ;
//= const a = 2;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Identifier 'a' has already been declared", "trace": ["*", "~/var/task/index.js:3:"]}}
const a = 1;
const a = 2;
//= let x = 1; let x = 2;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Identifier 'x' has already been declared", "trace": ["*", "~/var/task/index.js:2:"]}}
let x = 1; let x = 2;
//= function f( {
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected end of input", "trace": ["*", "~/var/task/index.js:2:"]}}
function f( {
//= }
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected end of input", "trace": ["*", "~/var/task/index.js:4:"]}}
exports.handler = async () => {
  return { a: 1
}
//= exports.handler = async () => {
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected end of input", "trace": ["*", "~/var/task/index.js:2:"]}}
exports.handler = async () => {
//= const s = 'abc;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Invalid or unexpected token", "trace": ["*", "~/var/task/index.js:2:"]}}
const s = 'abc;
//= const s = `abc;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected end of input", "trace": ["*", "~/var/task/index.js:2:"]}}
const s = `abc;
//= foo(1, 2;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: missing ) after argument list", "trace": ["*", "~/var/task/index.js:2:"]}}
foo(1, 2;
//= if (x) { } else } 
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token '}'", "trace": ["*", "~/var/task/index.js:2:"]}}
if (x) { } else } 
//= const obj = { a: 1, b 2 };
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected number", "trace": ["*", "~/var/task/index.js:2:"]}}
const obj = { a: 1, b 2 };
//= return = 5;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token '='", "trace": ["*", "~/var/task/index.js:2:"]}}
return = 5;
//= const 1a = 2;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Invalid or unexpected token", "trace": ["*", "~/var/task/index.js:2:"]}}
const 1a = 2;
//= var x = @;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Invalid or unexpected token", "trace": ["*", "~/var/task/index.js:2:"]}}
var x = @;
//= for (let i = 0; i < 3 i++) {}
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected identifier 'i'", "trace": ["*", "~/var/task/index.js:2:"]}}
for (let i = 0; i < 3 i++) {}
//= x => { return ) }
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token ')'", "trace": ["*", "~/var/task/index.js:2:"]}}
x => { return ) }
//= class A { constructor() { super(); } }
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: 'super' keyword unexpected here", "trace": ["*", "~/var/task/index.js:2:"]}}
class A { constructor() { super(); } }
//= "use strict"; with (a) {}
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Strict mode code may not include a with statement", "trace": ["*", "~/var/task/index.js:2:"]}}
"use strict"; with (a) {}
//= let y = 08n;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Invalid or unexpected token", "trace": ["*", "~/var/task/index.js:2:"]}}
let y = 08n;
//= function f() { yield 1 }
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected number", "trace": ["*", "~/var/task/index.js:2:"]}}
function f() { yield 1 }
//= 1 = x;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Invalid left-hand side in assignment", "trace": ["*", "~/var/task/index.js:2:"]}}
1 = x;
//= async () => { for (const x of [1]) await
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected end of input", "trace": ["*", "~/var/task/index.js:2:"]}}
async () => { for (const x of [1]) await x
//= b";
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Invalid or unexpected token", "trace": ["*", "~/var/task/index.js:2:"]}}
var s = "a
b";
//= switch (x) { case 1: foo() 
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected end of input", "trace": ["*", "~/var/task/index.js:2:"]}}
switch (x) { case 1: foo() 
//= a.b.;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token ';'", "trace": ["*", "~/var/task/index.js:2:"]}}
a.b.;
//= };
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token ')'", "trace": ["*", "~/var/task/index.js:3:"]}}
exports.handler = async (event) => {
  const body = JSON.parse(event.body));
};
//= };
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token '}'", "trace": ["*", "~/var/task/index.js:5:"]}}
exports.handler = async (event) => {
  consle.log("hi")
  }
};
//= var enum = 1;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected reserved word", "trace": ["*", "~/var/task/index.js:2:"]}}
var enum = 1;
//= let let = 1;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: let is disallowed as a lexically bound name", "trace": ["*", "~/var/task/index.js:2:"]}}
let let = 1;
//= ({a:1, a:2, __proto__:1, __proto__:2})
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Duplicate __proto__ fields are not allowed in object literals", "trace": ["*", "~/var/task/index.js:2:"]}}
({a:1, a:2, __proto__:1, __proto__:2})
//= async function f() { const x = await; }
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected token ';'", "trace": ["*", "~/var/task/index.js:2:"]}}
async function f() { const x = await; }
//= do { } 
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected end of input", "trace": ["*", "~/var/task/index.js:2:"]}}
do { } 
//= let a; var a;
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Identifier 'a' has already been declared", "trace": ["*", "~/var/task/index.js:2:"]}}
let a; var a;
//= fucntion foo() {}
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Unexpected identifier 'foo'", "trace": ["*", "~/var/task/index.js:2:"]}}
fucntion foo() {}
//= const x = "unclosed
//: expect {"error": {"errorType": "Runtime.UserCodeSyntaxError", "errorMessage": "SyntaxError: Invalid or unexpected token", "trace": ["*", "~/var/task/index.js:2:"]}}
const x = "unclosed
//= import in a CommonJS module
//: expect {"error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: Cannot use import statement outside a module"}}
import fs from 'fs';
//= export in a CommonJS module
//: expect {"error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: Unexpected token 'export'"}}
export const handler = async () => 1;
//= await outside of async
//: expect {"error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: await is only valid in async functions and the top level bodies of modules"}}
exports.handler = (event) => { await Promise.resolve(); };
//= a function declared twice is fine
//: expect {"outcome":"success","result":2}
function f() { return 1; }
function f() { return 2; }
var g = 1; var g = 2;
exports.handler = async () => f();
