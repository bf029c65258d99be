//: expect {"outcome":"success","result":{"own":true,"written":"EROFS: read-only file system, open '/var/task/x.txt'","made":"EROFS: read-only file system, mkdir '/var/task/x'","nested":"ENOENT: no such file or directory, open '/nope/x'","removed":"EROFS: read-only file system, unlink 'index.js'","listed":["index.js"],"folder":"/var/task","access":"EROFS","tmp":[]}}
const fs = require('fs');
const failure = (work) => { try { return work() ?? 'no error'; } catch (error) { return error.message; } };
exports.handler = async () => ({
  own: fs.readFileSync(__filename, 'utf8').includes('exports.handler'),
  written: failure(() => fs.writeFileSync('/var/task/x.txt', 'x')),
  made: failure(() => fs.mkdirSync('/var/task/x')),
  nested: failure(() => fs.writeFileSync('/nope/x', 'x')),
  removed: failure(() => fs.unlinkSync('index.js')),
  listed: fs.readdirSync(__dirname),
  folder: process.cwd(),
  access: (() => { try { fs.accessSync('/var/task', fs.constants.W_OK); return 'writable'; } catch (error) { return error.code; } })(),
  tmp: fs.readdirSync('/tmp'),
});
