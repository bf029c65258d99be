//: expect {"outcome":"error","error":{"errorType":"Kite","errorMessage":"torn"}}
class Torn extends Error {
  constructor(message) { super(message); this.name = 'Kite'; }
}
exports.handler = async () => { await null; throw new Torn('torn'); };
