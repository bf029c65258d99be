//: expect {"outcome":"success","result":null}
exports.handler = () => ({ statusCode: 200 });
