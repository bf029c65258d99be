//= a rest behind a nested pattern
//: document {"invocations":[{"event":{"body":{"id":7},"a":1,"b":{"c":2}}}]}
//: expect {"result":[7,{"a":1,"b":{"c":2}},2,{"body":{"id":7},"a":1},{"a":1},[1,{"b":{"c":2}}],{"z":3}]}
exports.handler = async (event) => {
  const { body: { id }, ...rest } = event;
  let c, others;
  ({ b: { c }, ...others } = event);
  const { body: { id: again }, b: { c: sea } = {}, ...most } = event;
  const inner = (({ body: { id: own }, a, ...left }) => [a, left])(event);
  const { 'x-y': [first], ...end } = { 'x-y': [1], z: 3 };
  return [id, rest, c, others, most, inner, end];
};
//= what is read of nothing, in all its forms
//: expect {"result":["Cannot read properties of undefined (reading 'b')","Cannot read properties of null (reading '0')","Cannot read properties of undefined (reading 'k')","Cannot set properties of undefined (setting 'x')","event.f is not a function","event.list.mapp is not a function","event.K is not a constructor","event.nothing is not iterable","undefined is not iterable (cannot read property Symbol(Symbol.iterator))","Cannot destructure property 'a' of 'event.nothing' as it is undefined.","nowhere is not defined","Cannot access 'late' before initialization","Assignment to constant variable.","Cannot convert undefined or null to object","Cannot mix BigInt and other types, use explicit conversions"]}
exports.handler = async (event) => {
  event.list = []; event.nil = null;
  const key = 'k', fixed = 1, out = [];
  const attempts = [
    () => event.a.b, () => event.nil[0], () => event.nothing[key], () => { event.nothing.x = 1; }, () => event.f(), () => event.list.mapp(String).join(),
    () => new event.K(), () => { for (const one of event.nothing); }, () => { const [a] = event.nothing; }, () => { const { a } = event.nothing; },
    () => nowhere, () => { late; let late = 1; }, () => { fixed = 2; }, () => Object.keys(event.nothing), () => 1n + 1,
  ];
  for (const attempt of attempts) { try { attempt(); } catch (error) { out.push(error.message); } }
  return out;
};
//= statements without semicolons keep their meaning
//: expect {"result":[3,"b",2,8]}
exports.handler = async (event) => {
  const list = []
  const holder = { inner: { list } }
  holder.inner.list.push(1)
  holder.inner.list.push(2)
  if (list.length) holder.inner.list.push(3)
  let text = 'a'
  event.holder = holder
  event.holder.inner.name = 'b'
  text = event.holder.inner.name
  switch (list.length) { case 3: holder.inner.count = list.length
    holder.inner.count -= 1 }
  return [list.length, text, holder.inner.count, 2 **
    3]
}
//= marks leave values and receivers alone
//: expect {"result":["own",[1,2,3],6,"undefined",true,"x.y","7"]}
class Holder { constructor() { this.name = 'own'; } get self() { return this; } say() { return this.name; } }
exports.handler = async (event) => {
  const holder = new Holder();
  const { self: { name } } = holder;
  let calls = 0;
  const next = () => { calls += 1; return { list: [1, 2, 3], total: () => calls + 5 }; };
  return [holder.self.say(), [...next().list], (calls = 0, next().total()), typeof holder.missing, delete holder.self.name,
    `${['x', 'y'].join('.')}`, (holder.self.count = 7, holder.self.count).toString()];
};
//= captureStackTrace and the head of a stack
//: expect {"result":["Error: one","Custom: two","Mine: three","string",true]}
exports.handler = async () => {
  const head = (error) => error.stack.split('\n')[0];
  class Custom extends Error { constructor(message) { super(message); this.name = 'Custom'; } }
  const plain = { name: 'Mine', message: 'three' };
  Error.captureStackTrace(plain);
  return [head(new Error('one')), head(new Custom('two')), head(plain), typeof new Error().stack, Object.keys(new Error('x')).length === 0];
};
//= JSON of any depth and any number
//: expect {"result":[500,"Infinity",true,{"a":[1,4]},"9007199254740993"]}
exports.handler = async () => {
  const deep = JSON.parse('['.repeat(500) + ']'.repeat(500));
  let depth = 0;
  for (let at = deep; at; at = at[0]) depth += 1;
  return [depth, String(JSON.parse('1e400')), Object.is(JSON.parse('-0'), -0), JSON.parse('{"a":[1,2]}', (key, value) => (value === 2 ? 4 : value)),
    JSON.parse('"9007199254740993"')];
};
//= a pattern within a pattern
//: expect {"result":["Cannot read properties of undefined (reading 'id')","undefined is not iterable (cannot read property Symbol(Symbol.iterator))","Cannot read properties of undefined (reading 'name')",[1,2,0,1]]}
exports.handler = async (event) => {
  const out = [];
  const attempts = [() => { const { body: { id } } = event; }, () => { const { list: [one] } = event; }, () => (({ user: { name } }) => name)(event)];
  for (const attempt of attempts) { try { attempt(); } catch (error) { out.push(error.message); } }
  const { a: { b } = { b: 1 }, c: [d] = [2] } = event;
  const inner = ({ x: { y } }) => y;
  return [...out, [b, d, inner({ x: { y: 0 } }), inner.length]];
};
