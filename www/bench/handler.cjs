// The handler that is measured everywhere: forty lines as a tutorial has them, no waiting in it.
const kites = [
  { name: 'Delta', colour: 'red', span: 2.4, price: 79.9 },
  { name: 'Box', colour: 'blue', span: 1.2, price: 45.5 },
  { name: 'Sled', colour: 'red', span: 1.8, price: 39 },
  { name: 'Parafoil', colour: 'green', span: 3.1, price: 120 },
  { name: 'Rokkaku', colour: 'red', span: 2.9, price: 99.5 },
];

let served = 0;

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function read({ queryStringParameters }) {
  const { colour = 'red', limit = '10' } = queryStringParameters ?? {};
  if (!/^[a-z]+$/.test(colour)) throw new Refusal(400, `no such colour: ${colour}`);
  return { colour, limit: Math.min(Number(limit), 50) };
}

function answer(statusCode, body) {
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

exports.handler = async (event) => {
  served += 1;
  try {
    const { colour, limit } = read(event);
    const found = kites.filter((kite) => kite.colour === colour).slice(0, limit);
    const total = found.reduce((sum, { price }) => sum + price, 0);
    console.log('found', found.length, 'kites');
    return answer(200, { colour, served, kites: found.map(({ name, span }) => `${name} (${span} m)`), total });
  } catch (error) {
    return answer(error.status ?? 500, { error: error.message });
  }
};
