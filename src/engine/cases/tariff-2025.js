//: document {"settings":{"tariff":"aws-2025-08","memoryMb":129,"platformLogs":true},"invocations":[{"event":1},{"event":1}]}
//: expect {"coldStart":true,"billedMs":160,"logs":["~START","~END","~Init Duration: 140.00 ms"]}
//: expect {"coldStart":false,"billedMs":20}
exports.handler = () => new Promise((done) => setTimeout(done, 19.5));
