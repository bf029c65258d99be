//: expect {"outcome":"success","result":null}
exports.handler = function (event, context, callback) {};
