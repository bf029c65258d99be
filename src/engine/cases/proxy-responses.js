//: document {"invocations":[{"request":{"path":"/0"}},{"request":{"path":"/1"}},{"request":{"path":"/2"}},{"request":{"path":"/3"}},{"request":{"path":"/4"}},{"request":{"path":"/5"}},{"request":{"path":"/6"}},{"request":{"path":"/7"}},{"request":{"path":"/8"}}]}
//: expect {"http":{"statusCode":404,"headers":{"content-type":"application/json"},"body":"","isBase64Encoded":false}}
//: expect {"http":{"statusCode":200,"headers":{"Content-Type":"text/html","X":["1","2"]},"body":"hi"}}
//: expect {"http":{"statusCode":502,"body":"{\"message\": \"Internal server error\"}"}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":502}}
//: expect {"http":{"statusCode":200,"body":"aGk=","isBase64Encoded":true}}
//: expect {"http":{"statusCode":502}}
const answers = [
  { statusCode: '404' },
  { statusCode: 200, headers: { 'Content-Type': 'text/html', X: 1 }, multiValueHeaders: { X: ['1', '2'] }, body: 'hi' },
  'text',
  null,
  { statusCode: 200, body: { not: 'text' } },
  { statusCode: 200, surprise: 1 },
  { statusCode: 99 },
  { body: 'aGk=', isBase64Encoded: true },
  [1],
];
exports.handler = async (event) => answers[Number(event.path.slice(1))];
