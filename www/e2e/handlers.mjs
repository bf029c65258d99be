// Handlers that several tests send.

/** Answers with how often this container has answered. */
export const counter = `let served = 0;
exports.myHandler = function (event, context, callback) {
  served += 1;
  callback(null, { statusCode: 200, body: 'answer number ' + served });
};`;

/** Fails on its second line, when it is called. */
export const thrower = `exports.myHandler = function (event, context, callback) {
  throw new Error('no kites today');
};`;

/** Cannot even be read: a parenthesis is missing. */
export const unreadable = `exports.myHandler = function (event, context, callback {
  callback(null, { statusCode: 200, body: 'never' });
};`;

/** Never ends. */
export const endless = `exports.myHandler = function (event, context, callback) {
  while (true) {}
};`;
