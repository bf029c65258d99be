// URL, URLSearchParams and the module url.
const show = (name, work) => {
  try {
    console.log(name, JSON.stringify(work()));
  } catch (error) {
    console.log(name, 'throws', error.name, error.code, error.message, JSON.stringify(Object.keys(error)));
  }
};
const parts = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
const all = (url) => parts.map((part) => url[part]);
for (const [input, base] of [
  ['https://user:pa%20ss@example.com:8080/a/b/../c?x=1&y=2#frag'], ['HTTP://EXAMPLE.com:80'], ['https://example.com'], ['/path?q', 'https://example.com/base/x'],
  ['../up', 'https://example.com/a/b/c'], ['?q=1', 'https://example.com/a?z#h'], ['#h', 'https://example.com/a?z'], ['//other.org/x', 'https://example.com'], ['mailto:a@b.c'],
  ['data:text/plain,hi'], ['file:///tmp/x y'], ['https://example.de/ü?ü=ü#ü'], ['http://[::1]:3000/'], ['http://192.168.0.1.'], ['http://0x7f.1/'], ['  https://a.b/ c '], ['blob:https://a.com/x'],
  ['javascript:alert(1)'], ['https://a.b/%zz?%zz'], ['wss://a:443/x'], ['ftp://f:21/'], ['https://a.b?c'], ['https:a.b'], ['https://a.b/a\\b'], ["https://a.b/?q='x' y"], ['https://a.b/"<>`{}|^'], ['x:y:z'],
]) show(`parse ${input}`, () => all(new URL(input, base)));
for (const args of [['x'], ['/x'], ['/x', 'bad'], ['https://'], ['http://a b/'], ['http://a:99999'], [''], ['http://[::1'], ['https://exa%mple'], []]) show(`bad ${args}`, () => all(new URL(...args)));
for (const [part, value] of [['hash', 'x'], ['hash', ''], ['search', 'a=b'], ['search', '?'], ['search', ''], ['pathname', 'x y'], ['pathname', ''], ['host', 'h:9'], ['hostname', 'h'], ['port', '443'], ['port', '99x'], ['port', ''], ['port', 'abc'], ['protocol', 'http'], ['protocol', 'foo'], ['username', 'a b'], ['password', 'ü'], ['href', 'http://new/'], ['href', 'bad'], ['origin', 'x'], ['port', 8080], ['hostname', 'a/b']]) {
  show(`set ${part} ${value}`, () => { const url = new URL('https://u:p@example.com:8443/path?q=1#h'); url[part] = value; return all(url); });
}
show('searchParams', () => {
  const url = new URL('https://a.b/?x=1&x=2&y=%20z+w');
  const params = url.searchParams;
  const seen = [params.getAll('x'), params.get('y'), params.get('nope'), params.has('x'), params.size];
  params.append('n', 'ä &=+');
  params.delete('y');
  seen.push(url.href, url.search, String(params));
  params.set('x', '9');
  url.search = '?k=v';
  seen.push(params.get('k'), params === url.searchParams, url.toString(), JSON.stringify(url));
  return seen;
});
show('canParse', () => [URL.canParse('x'), URL.canParse('https://a'), URL.canParse('/x', 'https://a')]);
show('kinds', () => [Object.prototype.toString.call(new URL('a:b')), Object.prototype.toString.call(new URLSearchParams()), typeof URL, URL.name, new URL('a:b') instanceof URL, Object.keys(new URL('a:b')), `${new URL('https://a.b')}`]);
for (const init of ['a=1&b=2', '?a=1', '', 'a', 'a=', '=b', '&&a=1&', 'a=b=c', 'a+b=c+d', '%41=%zz', 'a=%C3%A4', { a: 1, b: [2, 3] }, [['a', 1], ['a', 2]], new Map([['m', 'n']]), new URLSearchParams('z=1'), null, undefined, 5, true]) {
  show(`params ${init}`, () => { const params = new URLSearchParams(init); return [[...params], params.toString(), params.size]; });
}
show('methods', () => {
  const params = new URLSearchParams('c=3&a=1&b=2&a=0');
  const seen = [[...params.keys()], [...params.values()], [...params.entries()], params.has('a', '0'), params.has('a', '7')];
  params.sort();
  seen.push(params.toString());
  params.delete('a', '1');
  params.set('z', 'y');
  const each = [];
  params.forEach((value, name, self) => each.push([value, name, self === params]));
  seen.push(params.toString(), each, Object.fromEntries(params), JSON.stringify(params));
  return seen;
});
show('escapes', () => new URLSearchParams([['key', "!'()*-._~ äß€😀\u0000%&=+,;:@/?#[]\"<>\\^`{|}"]]).toString());
show('iterator', () => { const it = new URLSearchParams('a=1').entries(); return [it.next(), it.next(), Object.prototype.toString.call(it), it[Symbol.iterator]() === it]; });
for (const wrong of [() => new URLSearchParams([['a']]), () => new URLSearchParams([1]), () => new URLSearchParams().get(), () => new URLSearchParams().append('a'), () => new URLSearchParams().forEach(5), () => new URLSearchParams({ [Symbol.iterator]: 5 })]) show('wrong', wrong);
const url = require('url');
for (const text of ['http://user:pass@sub.example.com:8080/p/a/t/h?query=string&a=b#hash', '/path?x=1&x=2', 'example.com/x', '//host/path', 'mailto:a@b.c', 'HTTP://Example.COM', 'http://a.com?x', 'http://a.com/a b', 'a?b#c', '', 'file:///etc/x', 'javascript:alert(1)', 'http://a.com:80']) {
  show(`legacy ${text}`, () => ({ ...url.parse(text) }));
  show(`legacy query ${text}`, () => url.parse(text, true).query);
}
show('legacy slashes', () => ({ ...url.parse('//host/path', false, true) }));
show('format', () => [url.format({ protocol: 'https', host: 'a.b', pathname: 'x', query: { a: 1, b: [2, 3] } }), url.format({ hostname: 'h', port: 9, hash: 'x', search: 'y=z' }), url.format(new URL('https://u:p@a.b/c?d#e'), { auth: false, fragment: false, search: false }), url.format('http://a.b'), url.format({ pathname: '/a?b#c' }), url.format({ protocol: 'mailto:', pathname: 'a@b' })]);
show('resolve', () => [url.resolve('/one/two/three', 'four'), url.resolve('http://example.com/', '/one'), url.resolve('http://example.com/one', '/two'), url.resolve('http://a.com/b/c', '../d'), url.resolve('/a', 'http://x.y/z')]);
show('files', () => [url.fileURLToPath('file:///tmp/a%20b'), url.fileURLToPath(new URL('file:///x')), url.pathToFileURL('/tmp/a b#?%').href]);
for (const wrong of [() => url.parse(5), () => url.format(5), () => url.fileURLToPath('http://a'), () => url.fileURLToPath('file://host/x'), () => url.fileURLToPath('file:///a%2fb'), () => url.fileURLToPath(5), () => url.format(null)]) show('wrong', wrong);
show('options', () => url.urlToHttpOptions(new URL('https://a:b@example.com:8/x?y#z')));
console.log(url.URL === URL, url.URLSearchParams === URLSearchParams, require('node:url') === url, url.domainToASCII('Example.com'));
