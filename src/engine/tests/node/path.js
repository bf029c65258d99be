// path: every function over a table of paths. Only absolute results are shown where the working folder would come in.
const path = require('path');
const paths = ['', '.', '..', '/', '//', 'a', '/a', 'a/', '/a/b/../c', 'a/../../b', './a//b/./c', '/..', '/a/b.txt', 'b.tar.gz', '.rc', '/a/.rc', 'x.', '..x', 'a/b/', '/a/b//', 'a.b/c', '//a//b', '/a/b/c/../..', '../../x/y.z'];
for (const one of paths) {
  console.log(JSON.stringify([one, path.normalize(one), path.dirname(one), path.basename(one), path.extname(one), path.isAbsolute(one), path.basename(one, '.txt'), path.basename(one, '.rc')]));
  console.log(JSON.stringify([path.parse(one), path.join('/x', one), path.join(one, '..', 'y'), path.resolve('/r/s', one), path.format(path.parse(one))]));
}
console.log(path.join(), path.join('', ''), path.join('a', '', 'b'), path.resolve('/a', 'b', '/c', './d'), path.sep, path.delimiter, path.posix === path);
for (const [from, to] of [['/a/b/c', '/a/d'], ['/a', '/a'], ['/', '/a/b'], ['/a/b', '/'], ['/a/bc', '/a/b'], ['/x/y/', '/x/y/z']]) console.log(path.relative(from, to));
console.log(path.format({ dir: '/d', base: 'b' }), path.format({ root: '/', name: 'n', ext: 'e' }), path.format({ root: '/r', dir: '/r', base: 'x' }), path.format({ name: 'n', ext: '.e' }));
for (const wrong of [() => path.join(5), () => path.normalize(), () => path.basename('a', 5), () => path.format('x'), () => path.relative('/a', {}), () => path.resolve(null)]) {
  try {
    wrong();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
