//: document {"api":"http","invocations":[{"request":{"method":"POST","path":"/kites/7","query":"n=1&n=2","headers":{"X-A":["1","2"],"Cookie":"a=1; b=2"},"body":"hi","resource":"/kites/{id}"}},{"request":{}},{"request":{"path":"/text"}},{"request":{"path":"/cookies"}},{"request":{"path":"/throw"}},{"request":{"path":"/extra"}}]}
//: expect {"result":{"version":"2.0","routeKey":"POST /kites/{id}","rawPath":"/kites/7","rawQueryString":"n=1&n=2","cookies":["a=1","b=2"],"headers":{"x-a":"1,2"},"queryStringParameters":{"n":"1,2"},"requestContext":{"http":{"method":"POST","path":"/kites/7","protocol":"HTTP/1.1"},"stage":"$default","timeEpoch":1482494400000},"pathParameters":{"id":"7"},"body":"hi","isBase64Encoded":false},"http":{"statusCode":200}}
//: expect {"result":["version","routeKey","rawPath","rawQueryString","headers","requestContext","isBase64Encoded"],"http":{"statusCode":200,"headers":{"content-type":"application/json"},"body":"[\"version\",\"routeKey\",\"rawPath\",\"rawQueryString\",\"headers\",\"requestContext\",\"isBase64Encoded\"]"}}
//: expect {"http":{"statusCode":200,"body":"plain"}}
//: expect {"http":{"statusCode":201,"headers":{"set-cookie":["a=1","b=2"]}}}
//: expect {"http":{"statusCode":500,"body":"{\"message\":\"Internal Server Error\"}"}}
//: expect {"http":{"statusCode":200,"body":"x"}}
exports.handler = async (event) => {
  switch (event.rawPath) {
    case '/': return Object.keys(event);
    case '/text': return 'plain';
    case '/cookies': return { statusCode: 201, cookies: ['a=1', 'b=2'] };
    case '/throw': throw new Error('no');
    case '/extra': return { statusCode: 200, body: 'x', surprise: 1 };
    default: return event;
  }
};
