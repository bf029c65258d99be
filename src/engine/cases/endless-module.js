//: expect {"outcome":"timeout","durationMs":3000.0,"coldStart":true}
while (true) {}
exports.handler = () => 1;
