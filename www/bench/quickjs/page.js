// The bare page: a button, an answer, and a worker with QuickJS in it. What the lab is held against.

const worker = new Worker('worker.js', { type: 'module' });
const handler = document.querySelector('pre').textContent;
const event = JSON.stringify({ path: '/kites', httpMethod: 'GET', headers: {}, queryStringParameters: { colour: 'red' }, body: null });

document.querySelector('button').onclick = () => worker.postMessage({ handler, event });
worker.onmessage = ({ data }) => {
  document.querySelector('output').textContent = data;
};
