//: expect {"outcome":"error","error":{"errorType":"Runtime.UserCodeSyntaxError"}}
}); globalThis.out = 1; (function () {
