//: expect {"outcome":"success","result":"soon","logs":["~WARN","~later"]}
exports.handler = (event, context, callback) => {
  setTimeout(() => console.log('later'), 200);
  callback(null, 'soon');
};
