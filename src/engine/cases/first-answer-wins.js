//: expect {"outcome":"success","result":"first"}
exports.handler = async (event, context, callback) => {
  callback(null, 'first');
  callback(null, 'second');
  return 'third';
};
