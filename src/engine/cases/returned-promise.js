//: expect {"outcome":"success","result":"done","durationMs":"*"}
exports.handler = (event) => new Promise((resolve) => setTimeout(() => resolve('done'), 5));
