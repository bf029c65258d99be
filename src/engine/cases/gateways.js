//= REST: malformed answers are 502
//: document {"invocations":[{"request":{"path":"/0"}},{"request":{"path":"/1"}},{"request":{"path":"/2"}},{"request":{"path":"/3"}},{"request":{"path":"/4"}},{"request":{"path":"/5"}},{"request":{"path":"/6"}},{"request":{"path":"/7"}},{"request":{"path":"/8"}},{"request":{"path":"/9"}},{"request":{"path":"/10"}}]}
//: expect {"outcome":"success","http":{"statusCode":502,"headers":{"content-type":"application/json"},"body":"{\"message\": \"Internal server error\"}","isBase64Encoded":false}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":200,"body":""}}
//: expect {"http":{"statusCode":404,"body":""}}
const answers = ['text', null, [1], 7, { statusCode: 200, body: { a: 1 } }, { statusCode: 'abc' }, { statusCode: 200, extra: 1 },
  { statusCode: 200, headers: 'no' }, { statusCode: 200, isBase64Encoded: 'yes' }, {}, { statusCode: '404', body: null }];
exports.handler = async (event) => answers[Number(event.path.slice(1))];
//= REST: errors, crashes and timeouts are 502
//: document {"settings":{"timeoutMs":500},"invocations":[{"request":{"path":"/throw"}},{"request":{"path":"/exit"}},{"request":{"path":"/wait"}}]}
//: expect {"outcome":"error","http":{"statusCode":502,"body":"{\"message\": \"Internal server error\"}"}}
//: expect {"outcome":"error","error":{"errorType":"Runtime.ExitError"},"http":{"statusCode":502}}
//: expect {"outcome":"timeout","http":{"statusCode":502}}
exports.handler = async (event) => {
  if (event.path === '/throw') throw new Error('no');
  if (event.path === '/exit') process.exit(1);
  await new Promise((done) => setTimeout(done, 5000));
};
//= REST: a module that does not load is 502
//: document {"invocations":[{"request":{}}]}
//: expect {"outcome":"error","error":{"errorType":"Runtime.HandlerNotFound"},"http":{"statusCode":502}}
exports.other = 1;
//= REST: the gateway waits 29 seconds
//: document {"settings":{"timeoutMs":60000},"invocations":[{"request":{}},{"request":{}}]}
//: expect {"outcome":"success","durationMs":"*","http":{"statusCode":504,"body":"{\"message\": \"Endpoint request timed out\"}"}}
//: expect {"outcome":"success","http":{"statusCode":200}}
let calls = 0;
exports.handler = async () => { calls += 1; await new Promise((done) => setTimeout(done, calls === 1 ? 30000 : 28000)); return { statusCode: 200 }; };
//= HTTP API: the gateway waits 30 seconds
//: document {"api":"http","settings":{"timeoutMs":60000},"invocations":[{"request":{}},{"request":{}}]}
//: expect {"outcome":"success","http":{"statusCode":503,"body":"{\"message\":\"Service Unavailable\"}"}}
//: expect {"outcome":"success","http":{"statusCode":200}}
let calls = 0;
exports.handler = async () => { calls += 1; await new Promise((done) => setTimeout(done, calls === 1 ? 31000 : 29500)); return { statusCode: 200 }; };
//= HTTP API: whatever is JSON is an answer
//: document {"api":"http","invocations":[{"request":{"path":"/0"}},{"request":{"path":"/1"}},{"request":{"path":"/2"}},{"request":{"path":"/3"}},{"request":{"path":"/4"}},{"request":{"path":"/5"}},{"request":{"path":"/6"}}]}
//: expect {"http":{"statusCode":200,"headers":{"content-type":"application/json"},"body":"text"}}
//: expect {"http":{"statusCode":200,"body":"null"}}
//: expect {"http":{"statusCode":200,"body":"[1,2]"}}
//: expect {"http":{"statusCode":200,"body":"7"}}
//: expect {"http":{"statusCode":200,"body":"{\"hello\":\"kite\"}"}}
//: expect {"http":{"statusCode":404,"body":"","headers":{"X-A":"1"}}}
//: expect {"http":{"statusCode":200,"body":"aGk=","isBase64Encoded":true}}
const answers = ['text', null, [1, 2], 7, { hello: 'kite' }, { statusCode: '404', headers: { 'X-A': 1 } }, { statusCode: 200, body: 'aGk=', isBase64Encoded: true }];
exports.handler = async (event) => answers[Number(event.rawPath.slice(1))];
//= HTTP API: errors are 500
//: document {"api":"http","settings":{"timeoutMs":500},"invocations":[{"request":{"path":"/throw"}},{"request":{"path":"/wait"}}]}
//: expect {"outcome":"error","http":{"statusCode":500,"body":"{\"message\":\"Internal Server Error\"}"}}
//: expect {"outcome":"timeout","http":{"statusCode":500,"body":"{\"message\":\"Internal Server Error\"}"}}
exports.handler = async (event) => { if (event.rawPath === '/throw') throw new Error('no'); await new Promise((done) => setTimeout(done, 5000)); };
//= HTTP API: cookies, and no multiValueHeaders
//: document {"api":"http","invocations":[{"request":{"headers":{"Cookie":"a=1; b=2","X-Two":["1","2"]}}}]}
//: expect {"http":{"statusCode":200,"headers":{"content-type":"application/json","set-cookie":["c=3","d=4; Secure"]},"body":"[\"a=1\",\"b=2\"] undefined 1,2"}}
exports.handler = async (event) => ({ statusCode: 200, cookies: ['c=3', 'd=4; Secure'], multiValueHeaders: { X: ['1'] },
  body: `${JSON.stringify(event.cookies)} ${event.headers.cookie} ${event.headers['x-two']}` });
//= REST: repeated headers and queries keep the last and all
//: document {"invocations":[{"request":{"path":"/a%20b","query":"n=1&n=2&flag&plus=a+b&pct=%C3%A9","headers":{"X-Two":["1","2"],"accept":"*/*"}}}]}
//: expect {"result":{"path":"/a%20b","headers":{"X-Two":"2","accept":"*/*"},"multiValueHeaders":{"X-Two":["1","2"],"accept":["*/*"]},"queryStringParameters":{"n":"2","flag":"","plus":"a b","pct":"é"},"multiValueQueryStringParameters":{"n":["1","2"],"flag":[""],"plus":["a b"],"pct":["é"]},"body":null,"stageVariables":null,"pathParameters":{"proxy":"a%20b"},"isBase64Encoded":false}}
exports.handler = async (event) => event;
//= bytes come and go in Base64
//: document {"invocations":[{"request":{"method":"PUT","bodyBase64":"AAH/"}}]}
//: expect {"http":{"statusCode":200,"headers":{"Content-Type":"image/png"},"body":"AAH/","isBase64Encoded":true},"result":{"headers":{"Content-Type":"image/png"}}}
exports.handler = async (event) => ({ statusCode: 200, headers: { 'Content-Type': 'image/png' }, body: event.body, isBase64Encoded: event.isBase64Encoded });
//= REST: both header maps, a pair in both appears once
//: document {"invocations":[{"request":{}}]}
//: expect {"http":{"statusCode":201,"headers":{"X":["a","b"],"Content-Type":"text/plain"},"body":"made"}}
exports.handler = async () => ({ statusCode: 201, headers: { X: 'a', 'Content-Type': 'text/plain' }, multiValueHeaders: { X: ['a', 'b'] }, body: 'made' });
//= an answer that is too large
//: document {"invocations":[{"request":{}},{"request":{}}]}
//: expect {"outcome":"error","error":{"errorType":"Function.ResponseSizeTooLarge","errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes)."},"http":{"statusCode":502}}
//: expect {"outcome":"error","coldStart":false}
exports.handler = async () => ({ statusCode: 200, body: 'x'.repeat(6291556) });
//= an event has no http part
//: document {"invocations":[{"event":{}}]}
//: expect {"result":{"statusCode":200}}
exports.handler = async () => ({ statusCode: 200 });
