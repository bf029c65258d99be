//: expect {"outcome":"timeout","durationMs":3000.0,"coldStart":true,"initMs":10000.0}
while (true) {}
exports.handler = () => 1;
