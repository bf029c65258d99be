//: document {"settings":{"runtime":"nodejs24.x"},"invocations":[{"event":1},{"event":2}]}
//: expect {"outcome":"success","result":[1,"awsRequestId","undefined"]}
//: expect {"outcome":"success","result":[2,"awsRequestId","undefined"]}
exports.handler = (event, context) => [event, Object.keys(context).find((key) => key.startsWith('aws')), typeof context.succeed];
