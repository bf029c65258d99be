//= a plain dot behind a question mark
//: document {"invocations": [{"event": {"user": {}}}, {"event": {}}]}
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot read properties of undefined (reading 'street')","trace":["TypeError: Cannot read properties of undefined (reading 'street')","    at exports.handler (/var/task/index.js:5:22)"]}}
//: expect {"outcome":"success","result":null}
exports.handler = async (event) =>
  event.user?.address.street;
//= a longer chain, and what it begins with is called
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot read properties of null (reading 'list')","trace":["TypeError: Cannot read properties of null (reading 'list')","    at exports.handler (/var/task/index.js:4:36)"]}}
const find = async () => ({ item: { parts: null } });
exports.handler = async (event) => {
  return (await find())?.item.parts.list[0];
};
//= what a chain calls is no function
//: document {"invocations": [{"event": {"name": "kite"}}]}
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"event.name?.toUperCase is not a function","trace":["TypeError: event.name?.toUperCase is not a function","    at exports.handler (/var/task/index.js:4:15)"]}}
exports.handler = async (event) =>
  event.name?.toUperCase();
//= a parameter that is taken apart is null
//: document {"invocations": [{"event": {"kites": [{"name": "a"}, null]}}]}
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot destructure property 'name' of 'object null' as it is null.","trace":["TypeError: Cannot destructure property 'name' of 'object null' as it is null.","    at /var/task/index.js:4:29","    at Array.map (<anonymous>)","    at exports.handler (/var/task/index.js:4:22)"]}}
exports.handler = async (event) => {
  return event.kites.map(({ name }) => name);
};
//= a parameter that is taken apart is left out
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot destructure property 'width' of 'undefined' as it is undefined.","trace":["TypeError: Cannot destructure property 'width' of 'undefined' as it is undefined.","    at area (/var/task/index.js:2:17)","    at exports.handler (/var/task/index.js:4:10)"]}}
const area = ({ width, height }) => width * height;
exports.handler = async () => {
  return area();
};
//= a list that is taken apart in a method
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"undefined is not iterable (cannot read property Symbol(Symbol.iterator))","trace":["TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))","    at Pair.sum (/var/task/index.js:3:6)","    at exports.handler (/var/task/index.js:7:42)"]}}
class Pair {
  sum([a, b]) {
    return a + b;
  }
}
exports.handler = async () => new Pair().sum();
//= a name that nothing has, read first
//: expect {"outcome":"error","error":{"errorType":"ReferenceError","errorMessage":"kites is not defined","trace":["ReferenceError: kites is not defined","    at exports.handler (/var/task/index.js:3:3)"]}}
exports.handler = async () => {
  return kites.length;
};
//= a name that nothing has, deep in an answer
//: expect {"outcome":"error","error":{"errorType":"ReferenceError","errorMessage":"color is not defined","trace":["ReferenceError: color is not defined","    at exports.handler (/var/task/index.js:5:36)"]}}
exports.handler = async () => {
  return {
    statusCode: 200,
    body: JSON.stringify({ colour: color }),
  };
};
//= a name that nothing has, awaited into a variable
//: expect {"outcome":"error","error":{"errorType":"ReferenceError","errorMessage":"loadKites is not defined","trace":["ReferenceError: loadKites is not defined","    at exports.handler (/var/task/index.js:4:5)"]}}
exports.handler = async () => {
  const kites =
    await loadKites();
};
//= a callback that is no function
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"undefined is not a function","trace":["TypeError: undefined is not a function","    at Array.map (<anonymous>)","    at exports.handler (/var/task/index.js:4:17)"]}}
exports.handler = async () => {
  let double;
  return [1, 2].map(double);
};
//= a text that is no JSON
//: expect {"outcome":"error","error":{"errorType":"SyntaxError","trace":["~Unexpected token","    at JSON.parse (<anonymous>)","    at exports.handler (/var/task/index.js:2:36)"]}}
exports.handler = async () => JSON.parse('kites');
//= a callback that is an object
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"#<Object> is not a function","trace":["TypeError: #<Object> is not a function","    at Array.forEach (<anonymous>)","    at exports.handler (/var/task/index.js:2:35)"]}}
exports.handler = async () => [1].forEach({});
//= an error in a callback has one frame of the built-in
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"no","trace":["Error: no","    at /var/task/index.js:3:9","    at Array.map (<anonymous>)","    at exports.handler (/var/task/index.js:2:35)"]}}
exports.handler = async () => [1].map(() => {
  throw new Error('no');
});
//= a member that is looked for in nothing
//: document {"invocations": [{"event": {"queryStringParameters": null}}]}
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot use 'in' operator to search for 'colour' in null","trace":["TypeError: Cannot use 'in' operator to search for 'colour' in null","    at exports.handler (/var/task/index.js:4:16)"]}}
exports.handler = async (event) => {
  if ('colour' in event.queryStringParameters) return 1;
};
//= numbers of two kinds
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot mix BigInt and other types, use explicit conversions","trace":["TypeError: Cannot mix BigInt and other types, use explicit conversions","    at exports.handler (/var/task/index.js:5:16)"]}}
exports.handler = async () => {
  const total = 10n;

  return total + 1;
};
//= a recursion without end after an await
//: expect {"outcome":"error","error":{"errorType":"RangeError","errorMessage":"Maximum call stack size exceeded","trace":["RangeError: Maximum call stack size exceeded","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)","    at dive (/var/task/index.js:8:3)"]}}
//: expect {"outcome":"error","coldStart":false}
exports.handler = async () => {
  await null;
  dive();
};
function dive() {
  dive();
}
//= a promise that nobody settles is no recursion
//: expect {"outcome":"error","error":{"errorType":"Runtime.NodeJsExit"}}
exports.handler = async () => {
  await null;
  for (let i = 0; i < 10000; i++);
  await new Promise(() => {});
};
//= functions without a name keep it so
//: expect {"outcome":"success","result":["","",""]}
exports.handler = async () => [(() => {}).name, (function () {}).name, (class {}).name];
//= the source of an expression
//: expect {"outcome":"success","result":["/a\\/b/g","[/]\\/","/\\//"]}
exports.handler = async () => [String(/a\/b/g), RegExp('[/]/').source, require('util').inspect(/\//)];
//= the constructors of an error's own classes are left out
//: expect {"outcome":"error","error":{"errorType":"NotFound","errorMessage":"no kite","trace":["NotFound: no kite","    at find (/var/task/index.js:10:9)","    at exports.handler (/var/task/index.js:12:31)"]}}
class AppError extends Error {}
class NotFound extends AppError {
  constructor(what) {
    super(`no ${what}`);
    this.name = 'NotFound';
  }
}
const find = () => {
  throw new NotFound('kite');
};
exports.handler = async () => find();
//= a constructor in a trace
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot read properties of undefined (reading 'length')","trace":["TypeError: Cannot read properties of undefined (reading 'length')","    at new Kite (/var/task/index.js:3:47)","    at exports.handler (/var/task/index.js:5:31)"]}}
class Kite {
  constructor(colours) { this.count = colours.length; }
}
exports.handler = async () => new Kite();
//= functions that are members, and what is read of what a call gave
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot read properties of undefined (reading 'x')","trace":["TypeError: Cannot read properties of undefined (reading 'x')","    at Object.read (/var/task/index.js:3:23)","    at Shop.sell (/var/task/index.js:6:23)","    at Shop.open (/var/task/index.js:7:21)","    at exports.handler (/var/task/index.js:9:42)"]}}
const api = {
  read: () => [].at(0).x,
};
class Shop {
  sell() { return api.read(); }
  open = () => this.sell();
}
exports.handler = async () => new Shop().open();
