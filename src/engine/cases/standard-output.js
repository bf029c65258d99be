//: expect {"outcome":"success","logs":["bare","no line end","(node:8) Warning: careful","error"]}
exports.handler = async () => {
  process.stdout.write('bare\n');
  process.stdout.write(Buffer.from('no line end'));
  process.emitWarning('careful');
  process.stderr.write('error\n');
};
