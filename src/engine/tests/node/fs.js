// fs on /tmp: contents, flags, folders, errors with all their members, callbacks and promises.
const fs = require('fs');
const show = (name, work) => {
  try {
    console.log(name, JSON.stringify(work()));
  } catch (error) {
    console.log(name, 'throws', error.name, error.message, JSON.stringify(error));
  }
};
const root = '/tmp/coldstart-cases';
fs.rmSync(root, { recursive: true, force: true });
show('mkdir', () => fs.mkdirSync(root));
show('write and read', () => { fs.writeFileSync(`${root}/a`, 'héllo'); return [fs.readFileSync(`${root}/a`, 'utf8'), fs.readFileSync(`${root}/a`).length, fs.readFileSync(`${root}/a`, { encoding: 'hex' })]; });
show('buffer', () => { fs.writeFileSync(`${root}/b`, Buffer.from([1, 2, 255])); return fs.readFileSync(`${root}/b`).toJSON(); });
show('encoding', () => { fs.writeFileSync(`${root}/c`, 'aGk=', 'base64'); return fs.readFileSync(`${root}/c`, 'utf8'); });
show('append', () => { fs.appendFileSync(`${root}/a`, '!'); fs.writeFileSync(`${root}/a`, '?', { flag: 'a' }); fs.appendFileSync(`${root}/new`, 'n'); return [fs.readFileSync(`${root}/a`, 'utf8'), fs.readFileSync(`${root}/new`, 'utf8')]; });
show('over', () => { fs.writeFileSync(`${root}/a`, 'x'); return fs.readFileSync(`${root}/a`, 'latin1'); });
show('exists', () => [fs.existsSync(root), fs.existsSync(`${root}/nope`), fs.existsSync(), fs.existsSync('/tmp')]);
show('stat', () => { const s = fs.statSync(`${root}/a`); return [s.isFile(), s.isDirectory(), s.size, s.mtime instanceof Date, typeof s.mtimeMs, s.mode.toString(8), s.constructor.name, fs.statSync(root).isDirectory(), fs.statSync(`${root}/nope`, { throwIfNoEntry: false }) === undefined, typeof fs.statSync(root, { bigint: true }).size]; });
show('nested', () => [fs.mkdirSync(`${root}/d/e/f`, { recursive: true }), fs.mkdirSync(`${root}/d/e`, { recursive: true }) === undefined]);
show('readdir', () => [fs.readdirSync(root), fs.readdirSync(`${root}/d`, { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory(), entry.isFile()]), fs.readdirSync(`${root}/d`, { recursive: true })]);
show('rename', () => { fs.renameSync(`${root}/b`, `${root}/d/b2`); fs.renameSync(`${root}/d`, `${root}/moved`); return [fs.readdirSync(root), fs.readdirSync(`${root}/moved`)]; });
show('copy', () => { fs.copyFileSync(`${root}/a`, `${root}/copy`); return fs.readFileSync(`${root}/copy`, 'utf8'); });
show('unlink', () => { fs.unlinkSync(`${root}/copy`); return fs.existsSync(`${root}/copy`); });
show('truncate', () => { fs.writeFileSync(`${root}/t`, 'abcdef'); fs.truncateSync(`${root}/t`, 3); const short = fs.readFileSync(`${root}/t`, 'utf8'); fs.truncateSync(`${root}/t`, 5); return [short, fs.readFileSync(`${root}/t`).toString('hex')]; });
show('descriptors', () => {
  const fd = fs.openSync(`${root}/fd`, 'w+');
  const written = fs.writeSync(fd, 'hello world');
  fs.writeSync(fd, Buffer.from('J'), 0, 1, 0);
  const bytes = Buffer.alloc(20);
  const read = fs.readSync(fd, bytes, 0, 20, 0);
  const size = fs.fstatSync(fd).size;
  fs.ftruncateSync(fd, 4);
  fs.closeSync(fd);
  return [typeof fd, written, read, bytes.toString('utf8', 0, read), size, fs.readFileSync(`${root}/fd`, 'utf8')];
});
show('sequential reads', () => { const fd = fs.openSync(`${root}/t`); const b = Buffer.alloc(2); const seen = []; let n; while ((n = fs.readSync(fd, b)) > 0) seen.push(b.toString('hex', 0, n)); fs.closeSync(fd); return seen; });
show('mkdtemp', () => { const made = fs.mkdtempSync(`${root}/tmp-`); return [made.length - root.length, fs.statSync(made).isDirectory()]; });
show('utimes', () => { fs.utimesSync(`${root}/a`, 1, new Date(5000)); return fs.statSync(`${root}/a`).mtimeMs; });
show('access', () => [fs.accessSync(root), fs.accessSync(`${root}/a`, fs.constants.R_OK | fs.constants.W_OK)]);
show('realpath', () => [fs.realpathSync(`${root}/../coldstart-cases/a`)]);
show('not a directory', () => fs.readFileSync(`${root}/a/x`));
show('cp', () => { fs.cpSync(`${root}/moved`, `${root}/cp`, { recursive: true }); return fs.readdirSync(`${root}/cp`); });
fs.mkdirSync(`${root}/full`); fs.writeFileSync(`${root}/full/x`, '');
for (const [name, work] of Object.entries({
  open: () => fs.readFileSync(`${root}/nope/x`), directory: () => fs.readFileSync(root), mkdir: () => fs.mkdirSync(root), mkdirDeep: () => fs.mkdirSync(`${root}/q/w/e`),
  rmdir: () => fs.rmdirSync(`${root}/full`), rmdirFile: () => fs.rmdirSync(`${root}/a`), unlink: () => fs.unlinkSync(`${root}/nope`), unlinkFolder: () => fs.unlinkSync(`${root}/full`),
  rename: () => fs.renameSync(`${root}/nope`, `${root}/b`), renameOver: () => fs.renameSync(`${root}/moved`, `${root}/full`), stat: () => fs.statSync(`${root}/nope`), lstat: () => fs.lstatSync(`${root}/nope`), access: () => fs.accessSync(`${root}/nope`),
  readdir: () => fs.readdirSync(`${root}/nope`), readdirFile: () => fs.readdirSync(`${root}/a`), rm: () => fs.rmSync(`${root}/nope`), rmFolder: () => fs.rmSync(`${root}/full`),
  exclusive: () => fs.writeFileSync(`${root}/a`, 'a', { flag: 'wx' }), copyFile: () => fs.copyFileSync(`${root}/nope`, `${root}/b`), path: () => fs.readFileSync(), object: () => fs.readFileSync({}),
  callback: () => fs.readFile(`${root}/a`), data: () => fs.writeFileSync(`${root}/a`, 5), dataObject: () => fs.writeFileSync(`${root}/a`, {}), encoding: () => fs.readFileSync(`${root}/a`, 'nope'),
  zero: () => fs.readFileSync('/tmp/\0'), close: () => fs.closeSync(9999), read: () => fs.readSync(9999, Buffer.alloc(1)), flag: () => fs.openSync(`${root}/a`, 'q'), truncate: () => fs.truncateSync(`${root}/nope`, 5),
  append: () => fs.appendFileSync(root, 'x'), readlink: () => fs.readlinkSync(root), mkdtemp: () => fs.mkdtempSync(`${root}/nope/x`), chmod: () => fs.chmodSync(`${root}/nope`, 1), utimes: () => fs.utimesSync(`${root}/nope`, 1, 1),
  write: () => fs.writeFileSync(root, 'x'), relative: () => fs.readFileSync('nope.txt'), options: () => fs.readFileSync(`${root}/a`, 5), fdType: () => fs.closeSync('x'),
})) show(`error ${name}`, work);
show('recursive removal', () => { fs.rmSync(root, { recursive: true }); return fs.existsSync(root); });
fs.mkdirSync(root);
fs.writeFile(`${root}/later`, 'later', (error) => {
  console.log('written', error);
  fs.readFile(`${root}/later`, 'utf8', (error, text) => {
    console.log('read', error, text);
    fs.readFile(`${root}/nope`, (error, text) => {
      console.log('failed', error.code, error.message, text);
      fs.stat(root, (error, stats) => console.log('stat', error, stats.isDirectory()));
    });
  });
});
setTimeout(async () => {
  const { readFile, writeFile, mkdir, readdir, rm, stat, open, access, unlink } = require('fs/promises');
  console.log(require('fs').promises.readFile === readFile, require('node:fs/promises') === fs.promises);
  await writeFile(`${root}/p`, 'promised');
  console.log(await readFile(`${root}/p`, 'utf8'), (await stat(`${root}/p`)).size, await mkdir(`${root}/pd`), await readdir(root));
  const handle = await open(`${root}/p`, 'r+');
  await handle.write('PRO');
  console.log((await handle.readFile('utf8')), (await handle.stat()).size);
  await handle.close();
  try {
    await readFile(`${root}/nope`);
  } catch (error) {
    console.log('rejected', error.message, JSON.stringify(error));
  }
  await access(`${root}/p`).then(() => console.log('accessible'));
  await unlink(`${root}/p`);
  await rm(root, { recursive: true });
  console.log(fs.existsSync(root));
}, 200);
show('long names', () => [fs.existsSync('/tmp/' + 'x'.repeat(256)), (() => { try { fs.writeFileSync('/tmp/' + 'x'.repeat(256), ''); } catch (error) { return error.code; } })(), (() => { try { fs.mkdirSync('/tmp/' + 'a/'.repeat(3000)); } catch (error) { return error.errno; } })()]);
