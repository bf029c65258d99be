//: document {"invocations":[{"event":{}}],"settings":{"memoryMb":256,"env":{"TABLE":"kites"}}}
//: expect {"result":{"keys":["callbackWaitsForEmptyEventLoop","succeed","fail","done","functionVersion","functionName","memoryLimitInMB","logGroupName","logStreamName","clientContext","identity","invokedFunctionArn","awsRequestId","tenantId","getRemainingTimeInMillis"],"memory":"256","left":3000,"table":"kites","stream":"2016/12/23/[$LATEST]"}}
exports.handler = async (event, context) => ({
  keys: Object.keys(context),
  memory: context.memoryLimitInMB,
  left: context.getRemainingTimeInMillis(),
  table: process.env.TABLE,
  stream: context.logStreamName.slice(0, 20),
});
