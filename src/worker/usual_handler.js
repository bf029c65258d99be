// What handlers usually are made of: run once, unseen, so that a browser has compiled what it needs.
const things = [{ name: 'one', price: 9.5, tags: ['a', 'b'] }, { name: 'two', price: 3, tags: [] }];
let served = 0;

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function read({ queryStringParameters, headers = {}, body }) {
  const { wanted = 'one', limit = '10', ...rest } = queryStringParameters || {};
  if (!/^[a-z]+$/i.test(wanted)) throw new Refusal(400, `not ${wanted}`);
  const sent = body ? JSON.parse(body) : null;
  return { wanted, limit: Math.min(Number(limit) || 1, 50), sent, agent: headers['User-Agent']?.split(' ')[0], rest };
}

const answer = (statusCode, body) => ({ statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

exports.handler = async function (event, context) {
  served += 1;
  try {
    const { wanted, limit, sent } = read(event);
    await pause(5 + 10 * Math.random());
    const found = things.filter((thing) => thing.name === wanted).map(({ name, price }) => ({ name, price })).slice(0, limit);
    let total = 0;
    for (const { price } of found) total += price;
    for (let index = 0; index < found.length; index++) found[index].place = index;
    const sorted = [...things].sort((a, b) => a.price - b.price).reduce((text, { name }) => text + name.toUpperCase(), '');
    console.log('found', found.length, { wanted, sorted }, [1, 'two']);
    console.error(new Date().toISOString(), context.awsRequestId);
    switch (typeof sent) {
      case 'object': break;
      default: throw new Refusal(400, 'no object');
    }
    return answer(200, { served, found, total, left: context.getRemainingTimeInMillis() > 100 });
  } catch (error) {
    if (error instanceof Refusal) return answer(error.status, { error: error.message });
    return answer(500, { error: String(error) });
  } finally {
    delete things.seen;
  }
};
