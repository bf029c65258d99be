//: document {"settings":{"runtime":"nodejs24.x"},"invocations":[{"event":1}]}
//: expect {"outcome":"success","result":"inside"}
module.exports = { default: { handler: async () => 'inside' } };
