// fs: the forms of each call (synchronous, with callback, with promise) over natives that do the work.

const { Buffer } = load('buffer');
const { setImmediate } = load('timers');
const { caller, invalidType, invalidValue, outOfRange, setCaller } = load('internal:errors');

const BITS = { folder: 0o040000, file: 0o100000 };
const constants = {
  F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, COPYFILE_EXCL: 1, O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128,
  O_TRUNC: 512, O_APPEND: 1024, S_IFMT: 61440, S_IFREG: 32768, S_IFDIR: 16384,
};
// What the letters of a flag ask for.
const FLAGS = {
  r: 'r', rs: 'r', sr: 'r', 'r+': 'rw', 'rs+': 'rw', 'sr+': 'rw', w: 'wct', xw: 'wctx', wx: 'wctx', 'w+': 'rwct',
  'wx+': 'rwctx', 'xw+': 'rwctx', a: 'wca', ax: 'wcax', xa: 'wcax', as: 'wca', sa: 'wca', 'a+': 'rwca', 'ax+': 'rwcax',
  'xa+': 'rwcax', 'as+': 'rwca', 'sa+': 'rwca',
};

function pathOf(value, name = 'path') {
  let path = value;
  if (value instanceof Uint8Array) path = Buffer.from(value).toString();
  else if (typeof value === 'object' && value?.protocol === 'file:') path = load('url').fileURLToPath(value);
  if (typeof path !== 'string') throw invalidType(`"${name}" argument must be of type string or an instance of Buffer or URL`, value);
  if (path.includes('\0')) throw invalidValue(name, 'must be a string, Uint8Array, or URL without null bytes', value);
  return path;
}

function optionsOf(options, defaults) {
  if (typeof options === 'function' || options == null) return defaults;
  if (typeof options === 'string') options = { encoding: options };
  if (typeof options !== 'object') {
    throw invalidType('"options" argument must be one of type string or object', options);
  }
  if (options.encoding && options.encoding !== 'buffer' && !Buffer.isEncoding(options.encoding)) {
    throw invalidValue('encoding', 'is invalid encoding', options.encoding);
  }
  return { ...defaults, ...options };
}

function flagOf(flag) {
  if (typeof flag === 'number') {
    const access = ['r', 'w', 'rw'][flag & 3];
    return access + (flag & 64 ? 'c' : '') + (flag & 128 ? 'x' : '') + (flag & 512 ? 't' : '') + (flag & 1024 ? 'a' : '');
  }
  const letters = Object.hasOwn(FLAGS, flag) ? FLAGS[flag] : undefined;
  if (!letters) throw invalidValue('flags', 'is invalid', flag);
  return letters;
}

function modeOf(mode, absent) {
  return typeof mode === 'string' ? parseInt(mode, 8) : mode ?? absent;
}

function bytesOf(data, encoding) {
  if (typeof data === 'string') return Buffer.from(data, encoding ?? 'utf8');
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  throw invalidType('"data" argument must be of type string or an instance of Buffer, TypedArray, or DataView', data);
}

const inEncoding = (buffer, encoding) => (encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer);

class Stats {
  constructor([isFolder, size, modified, mode, number], isBig) {
    const whole = isBig ? BigInt : Number;
    this.dev = whole(1);
    this.mode = whole(mode | (isFolder ? BITS.folder : BITS.file));
    this.nlink = whole(1);
    this.uid = whole(993);
    this.gid = whole(990);
    this.rdev = whole(0);
    this.blksize = whole(4096);
    this.ino = whole(number);
    this.size = whole(size);
    this.blocks = whole(Math.ceil(size / 4096) * 8);
    for (const name of ['atime', 'mtime', 'ctime', 'birthtime']) this[`${name}Ms`] = whole(modified);
    for (const name of ['atime', 'mtime', 'ctime', 'birthtime']) this[name] = new Date(modified);
  }
  isDirectory() { return (Number(this.mode) & constants.S_IFMT) === BITS.folder; }
  isFile() { return (Number(this.mode) & constants.S_IFMT) === BITS.file; }
  isSymbolicLink() { return false; }
  isFIFO() { return false; }
  isSocket() { return false; }
  isBlockDevice() { return false; }
  isCharacterDevice() { return false; }
}

class Dirent {
  #isFolder;
  constructor(name, path, isFolder) {
    this.name = name;
    this.parentPath = path;
    this.path = path;
    this.#isFolder = isFolder;
  }
  isDirectory() { return this.#isFolder; }
  isFile() { return !this.#isFolder; }
  isSymbolicLink() { return false; }
  isFIFO() { return false; }
  isSocket() { return false; }
  isBlockDevice() { return false; }
  isCharacterDevice() { return false; }
}

// Open files by their descriptor.
const open = new Map();
let nextDescriptor = 18;

function opened(descriptor, call) {
  if (typeof descriptor !== 'number') throw invalidType('"fd" argument must be of type number', descriptor);
  return open.get(descriptor) ?? native.fail('EBADF', call);
}

function exists(path) {
  try {
    native.stat('stat', path);
    return true;
  } catch {
    return false;
  }
}

// Makes or cuts a file as its flag asks, and gives what may be done with it.
function prepare(path, flag, mode) {
  const letters = flagOf(flag);
  if (letters.includes('x') && exists(path)) native.fail('EEXIST', 'open', path);
  if (letters.includes('c')) native.create('open', path, modeOf(mode, 0o666) & ~0o022);
  else {
    const [isFolder] = native.stat('open', path);
    if (letters.includes('w') && isFolder) native.fail('EISDIR', 'open', path);
    if (letters.includes('w')) native.change('open', path);
  }
  if (letters.includes('t')) native.resize('open', path, 0);
  return letters;
}

const sizeOf = (path) => native.stat('stat', path)[1];

const sync = {
  access(path, mode = 0) {
    const name = pathOf(path);
    const [isFolder, , , bits] = native.stat('access', name);
    if (mode & constants.W_OK && !/^\/tmp(\/|$)/.test(load('path').resolve(name))) native.fail('EROFS', 'access', name);
    if (mode & constants.X_OK && !isFolder && !(bits & 0o111)) native.fail('EACCES', 'access', name);
  },
  appendFile(path, data, options) {
    sync.writeFile(path, data, { flag: 'a', ...optionsOf(options, {}) });
  },
  chmod(path, mode) { native.change('chmod', pathOf(path), undefined, modeOf(mode, 0)); },
  chown(path) { native.change('chown', pathOf(path)); },
  close(descriptor) {
    opened(descriptor, 'close');
    open.delete(descriptor);
  },
  copyFile(from, to, mode = 0) {
    const [source, target] = [pathOf(from, 'src'), pathOf(to, 'dest')];
    const fail = (error) => {
      error.message = error.message.replace(/, \w+ .*$/, `, copyfile '${source}' -> '${target}'`);
      throw Object.assign(error, { syscall: 'copyfile', path: source, dest: target });
    };
    try {
      const bytes = native.read('open', source, 0, Infinity);
      if (mode & constants.COPYFILE_EXCL && exists(target)) native.fail('EEXIST', 'open', target);
      native.create('open', target, 0o644);
      native.resize('open', target, 0);
      native.write('open', target, 0, bytes);
    } catch (error) {
      fail(error);
    }
  },
  cp(from, to, options = {}) {
    const [source, target] = [pathOf(from, 'src'), pathOf(to, 'dest')];
    if (!native.stat('cp', source)[0]) return sync.copyFile(source, target);
    if (!options.recursive) {
      const message = `Recursive option not enabled, cannot copy a directory: ${source}`;
      throw Object.assign(new Error(message), { code: 'ERR_FS_EISDIR' });
    }
    sync.mkdir(target, { recursive: true });
    for (const [name] of native.list('scandir', source)) sync.cp(`${source}/${name}`, `${target}/${name}`, options);
  },
  fstat(descriptor, options) { return new Stats(native.stat('fstat', opened(descriptor, 'fstat').path), options?.bigint); },
  fsync(descriptor) { opened(descriptor, 'fsync'); },
  ftruncate(descriptor, length = 0) { native.resize('ftruncate', opened(descriptor, 'ftruncate').path, length); },
  lstat(path, options) { return stat('lstat', path, options); },
  mkdir(path, options) {
    const name = pathOf(path);
    const { recursive = false, mode = 0o777 } = typeof options === 'object' && options ? options : { mode: options };
    if (!recursive) return void native.makeFolder('mkdir', name, modeOf(mode, 0o777) & ~0o022);
    let first;
    let above = '';
    for (const part of load('path').resolve(name).split('/').slice(1)) {
      above += `/${part}`;
      if (exists(above)) {
        if (!native.stat('mkdir', above)[0]) native.fail(above === load('path').resolve(name) ? 'EEXIST' : 'ENOTDIR', 'mkdir', name);
        continue;
      }
      native.makeFolder('mkdir', above, modeOf(mode, 0o777) & ~0o022);
      first ??= above;
    }
    return first;
  },
  mkdtemp(prefix) {
    const name = pathOf(prefix, 'prefix') + native.random();
    try {
      native.makeFolder('mkdtemp', name, 0o700);
    } catch (error) {
      error.message = error.message.replace(name, `${prefix}XXXXXX`);
      throw Object.assign(error, { path: `${prefix}XXXXXX` });
    }
    return name;
  },
  open(path, flag = 'r', mode) {
    const name = pathOf(path);
    const letters = prepare(name, flag ?? 'r', mode);
    const descriptor = nextDescriptor++;
    open.set(descriptor, { path: load('path').resolve(name), letters, at: 0 });
    return descriptor;
  },
  read(descriptor, buffer, offset, length, position) {
    const file = opened(descriptor, 'read');
    if (typeof offset === 'object' && offset) ({ offset, length, position } = offset);
    offset ??= 0;
    length ??= buffer.byteLength - offset;
    if (!file.letters.includes('r')) native.fail('EBADF', 'read');
    if (offset + length > buffer.byteLength) {
      throw outOfRange('length', `<= ${buffer.byteLength - offset}`, length);
    }
    const bytes = native.read('read', file.path, Number(position ?? file.at), length);
    bytes.copy(Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength), offset);
    if (position == null) file.at += bytes.length;
    return bytes.length;
  },
  readFile(path, options) {
    const { encoding, flag } = optionsOf(options, { flag: 'r' });
    if (typeof path === 'number') {
      const file = opened(path, 'read');
      const bytes = native.read('read', file.path, file.at, Infinity);
      file.at += bytes.length;
      return inEncoding(bytes, encoding);
    }
    const name = pathOf(path);
    prepare(name, flag);
    return inEncoding(native.read('read', name, 0, Infinity), encoding);
  },
  readdir(path, options) {
    const name = pathOf(path);
    const { encoding, withFileTypes, recursive } = optionsOf(options, {});
    const found = [];
    const walk = (folder, prefix) => {
      for (const [entry, isFolder] of native.list('scandir', folder)) {
        const label = encoding === 'buffer' ? Buffer.from(prefix + entry) : prefix + entry;
        found.push(withFileTypes ? new Dirent(entry, folder, isFolder) : label);
        if (recursive && isFolder) walk(`${folder}/${entry}`, `${prefix}${entry}/`);
      }
    };
    walk(name, '');
    return found;
  },
  readlink(path) {
    const name = pathOf(path);
    native.stat('readlink', name);
    native.fail('EINVAL', 'readlink', name);
  },
  realpath(path) {
    const name = pathOf(path);
    native.stat('lstat', name);
    return load('path').resolve(name);
  },
  rename(from, to) { native.rename('rename', pathOf(from, 'oldPath'), pathOf(to, 'newPath')); },
  rm(path, options = {}) {
    const name = pathOf(path);
    let facts;
    try {
      facts = native.stat('lstat', name);
    } catch (error) {
      if (options.force && error.code === 'ENOENT') return;
      throw error;
    }
    if (!facts[0]) return native.unlink('unlink', name);
    if (!options.recursive) {
      const error = new Error(`Path is a directory: rm returned EISDIR (is a directory) ${name}`);
      const info = { code: 'EISDIR', message: 'is a directory', path: name, syscall: 'rm', errno: 21 };
      Object.defineProperty(error, 'name', { value: 'SystemError', writable: true, configurable: true });
      throw Object.assign(error, { code: 'ERR_FS_EISDIR', info, errno: 21, syscall: 'rm', path: name });
    }
    for (const [entry] of native.list('scandir', name)) sync.rm(`${name}/${entry}`, options);
    native.removeFolder('rmdir', name);
  },
  rmdir(path, options) {
    if (options?.recursive) return sync.rm(path, { recursive: true });
    native.removeFolder('rmdir', pathOf(path));
  },
  stat(path, options) { return stat('stat', path, options); },
  truncate(path, length = 0) {
    const name = pathOf(path);
    prepare(name, 'r+');
    native.resize('ftruncate', name, length);
  },
  unlink(path) { native.unlink('unlink', pathOf(path)); },
  utimes(path, _, modified) {
    native.change('utime', pathOf(path), modified instanceof Date ? modified.getTime() : Number(modified) * 1000);
  },
  write(descriptor, data, offset, length, position) {
    const file = opened(descriptor, 'write');
    let bytes;
    if (typeof data === 'string') {
      bytes = Buffer.from(data, typeof length === 'string' ? length : 'utf8');
      position = offset;
    } else {
      if (typeof offset === 'object' && offset) ({ offset, length, position } = offset);
      bytes = bytesOf(data).subarray(offset ?? 0, (offset ?? 0) + (length ?? Infinity));
    }
    if (!file.letters.includes('w')) native.fail('EBADF', 'write');
    const at = file.letters.includes('a') ? sizeOf(file.path) : position ?? file.at;
    native.write('write', file.path, Number(at), bytes);
    if (position == null) file.at = at + bytes.length;
    return bytes.length;
  },
  writeFile(path, data, options) {
    const { encoding, flag, mode } = optionsOf(options, { flag: 'w' });
    const bytes = bytesOf(data, encoding);
    if (typeof path === 'number') return void sync.write(path, bytes);
    const name = pathOf(path);
    const letters = prepare(name, flag, mode);
    native.write('write', name, letters.includes('a') ? sizeOf(name) : 0, bytes);
  },
};

function stat(call, path, options) {
  const name = pathOf(path);
  if (options?.throwIfNoEntry === false && !exists(name)) return undefined;
  return new Stats(native.stat(call, name), options?.bigint);
}

class FileHandle {
  #descriptor;
  constructor(descriptor) { this.#descriptor = descriptor; }
  get fd() { return this.#descriptor; }
  async close() { if (this.#descriptor >= 0) sync.close(this.#descriptor); this.#descriptor = -1; }
  async read(buffer, offset, length, position) {
    if (!ArrayBuffer.isView(buffer)) ({ buffer = Buffer.alloc(16384), offset, length, position } = buffer ?? {});
    return { bytesRead: sync.read(this.#descriptor, buffer, offset, length, position), buffer };
  }
  async write(data, offset, length, position) {
    return { bytesWritten: sync.write(this.#descriptor, data, offset, length, position), buffer: data };
  }
  async readFile(options) { return sync.readFile(this.#descriptor, options); }
  async writeFile(data, options) { return sync.writeFile(this.#descriptor, data, options); }
  async appendFile(data, options) { return sync.writeFile(this.#descriptor, data, options); }
  async stat(options) { return sync.fstat(this.#descriptor, options); }
  async truncate(length) { return sync.ftruncate(this.#descriptor, length); }
  async sync() { return sync.fsync(this.#descriptor); }
  async [Symbol.asyncDispose]() { return this.close(); }
}

const promises = { constants };
const later = (work) => new Promise((resolve, reject) => {
  const frame = caller();
  setImmediate(() => {
    try {
      resolve(work());
    } catch (error) {
      setCaller(error, frame);
      reject(error);
    }
  });
});

// What a callback gets besides the error where that is more than the result.
const MORE = { read: (bytes, args) => [bytes, args[1]], write: (bytes, args) => [bytes, args[1]] };

for (const [name, work] of Object.entries(sync)) {
  exports[`${name}Sync`] = work;
  exports[name] = (...args) => {
    const callback = args.pop();
    if (typeof callback !== 'function') {
      throw invalidType('"cb" argument must be of type function', args.length === 0 ? undefined : callback);
    }
    // Wrong arguments are thrown at once, as are wrong callbacks.
    if (!/^(f[a-z]+|read|write|close)$/.test(name) && typeof args[0] !== 'number') pathOf(args[0], name === 'rename' ? 'oldPath' : name === 'copyFile' || name === 'cp' ? 'src' : 'path');
    setImmediate(() => {
      let result;
      try {
        result = work(...args);
      } catch (error) {
        return void callback(error);
      }
      if (result === undefined) callback(null);
      else callback(null, ...(MORE[name]?.(result, args) ?? [result]));
    });
  };
  if (!/^(fstat|fsync|ftruncate|close|read|write)$/.test(name)) {
    promises[name] = (...args) => later(() => {
      const result = work(...args);
      return name === 'open' ? new FileHandle(result) : result;
    });
  }
}
exports.existsSync = (path) => {
  try {
    return exists(pathOf(path));
  } catch {
    return false;
  }
};
exports.exists = (path, callback) => void setImmediate(() => callback(exports.existsSync(path)));
for (const name of ['createReadStream', 'createWriteStream', 'watch', 'watchFile', 'symlink', 'symlinkSync', 'link', 'linkSync']) {
  exports[name] = () => {
    const error = new TypeError(`fs.${name} cannot work here: this simulated file system reads and writes whole files. Use fs.readFile and fs.writeFile.`);
    throw Object.assign(error, { code: 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM' });
  };
}
exports.realpathSync.native = exports.realpathSync;
Object.assign(exports, { constants, promises, Stats, Dirent, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 });
