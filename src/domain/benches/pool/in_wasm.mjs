// Times the benchmark of the pool in wasm, with the table that the native one prints. Run by `cargo xtask bench`.
import { readFile } from 'node:fs/promises';
import process from 'node:process';

const [module, millions = '2'] = process.argv.slice(2);
const requests = Number(millions) * 1_000_000;
const { instance } = await WebAssembly.instantiate(await readFile(module));
const { rows, letter, measure } = instance.exports;
const settings = 4;

function name(row) {
  const codes = [];
  for (let place = 0; letter(row, place) !== 0; place += 1) codes.push(letter(row, place));
  return String.fromCharCode(...codes);
}

console.log(`In wasm (Node.js ${process.version}), million requests a second, ${requests} requests`);
for (let row = 0; row < rows(); row += 1) {
  let line = name(row).padEnd(28);
  for (let setting = 0; setting < settings; setting += 1) {
    let best = Infinity;
    let check = 0n;
    for (let time = 0; time < 3; time += 1) {
      const begun = process.cpuUsage().user;
      check = measure(row, setting, requests);
      best = Math.min(best, process.cpuUsage().user - begun);
    }
    line += (requests / best).toFixed(2).padStart(11) + (row === 0 ? '(0)' : `(${check})`).padStart(9);
  }
  console.log(line);
}
