//: expect {"outcome":"success","result":["fetch cannot work here: this simulated function has no network. Put the data that it should get into the event or the code.","http.get cannot work here: this simulated function has no network. Put the data that it should get into the event or the code.","https.request cannot work here: this simulated function has no network. Put the data that it should get into the event or the code.","child_process.exec cannot work here: this simulated environment is a single process without threads.","worker_threads.Worker cannot work here: this simulated environment is a single process without threads.","crypto.createCipheriv cannot work here: this simulation has hashes, keyed hashes and random numbers, but no ciphers, signatures or certificates.","Cannot find module 'aws-sdk': the AWS SDK is not part of this simulation, because this simulated function has no network. Put the data that it should get into the event or the code","Cannot find module './other'","No such built-in module: node:nope",true]}
exports.handler = async () => {
  const failure = async (work) => { try { return await work() ?? 'no error'; } catch (error) { return error.message.split('\n')[0]; } };
  return [
    await failure(() => fetch('https://example.com')),
    await failure(() => require('http').get('http://example.com')),
    await failure(() => require('node:https').request('https://example.com')),
    await failure(() => require('child_process').exec('ls')),
    await failure(() => new (require('worker_threads').Worker)('x')),
    await failure(() => require('crypto').createCipheriv('aes-256-cbc', 'k', 'i')),
    await failure(() => require('aws-sdk')),
    await failure(() => require('./other')),
    await failure(() => require('node:nope')),
    require('worker_threads').isMainThread,
  ];
};
