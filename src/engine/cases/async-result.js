//: expect {"outcome":"success","result":[1,null,"2016-12-23T12:00:00.140Z",{}]}
exports.handler = async () => [1, undefined, new Date(), { gone: () => 1 }];
