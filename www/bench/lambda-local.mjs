// Invokes a handler with lambda-local, one event after another, and prints each response, as its command line does.
// Usage: node lambda-local.mjs HANDLER EVENT COUNT

import lambdaLocal from 'lambda-local';

const [lambdaPath, event, count] = process.argv.slice(2);
// Its own remarks are left out; what the handler logs is not.
lambdaLocal.getLogger().level = 'error';
for (let index = 0; index < Number(count); index += 1) {
  const response = await lambdaLocal.execute({ lambdaPath, event: JSON.parse(event), timeoutMs: 3000, verboseLevel: 3 });
  console.log(JSON.stringify(response));
}
