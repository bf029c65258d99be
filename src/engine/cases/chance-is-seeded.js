//: document {"settings":{"seed":7},"invocations":[{"event":1}]}
//: expect {"outcome":"success","result":true}
exports.handler = async () => { const a = Math.random(); return a >= 0 && a < 1 && a !== Math.random(); };
