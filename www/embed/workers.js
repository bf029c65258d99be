// Who may have a worker: one for each lab, at most four on a page, since each holds an engine with all its containers. The
// lab whose worker has rested longest gives it up; it loses nothing, because a plan that is run again gives the same run.

import { startEngine } from './engine.js';

const most = 4;

// The labs that have a worker, the one that was used longest ago first.
const holders = new Set();
// Labs that wait, while all workers of the others are at work.
const waiting = [];

export function hasRoom() {
  return holders.size < most;
}

/** A lab's right to one worker. */
export function newSeat() {
  const seat = { isBusy: false, sleep: null };
  return {
    /** Gives a new worker, as soon as there is room for it. `sleep` is called when another lab needs the room. */
    async start(sleep) {
      seat.sleep = sleep;
      seat.isBusy = true;
      await take(seat);
      try {
        return await startEngine();
      } catch (error) {
        leave(seat);
        throw error;
      }
    },
    setBusy(isBusy) {
      if (!holders.delete(seat)) return;
      holders.add(seat); // Used last.
      seat.isBusy = isBusy;
      if (!isBusy && waiting.length > 0) seatNext();
    },
    leave() {
      leave(seat);
    },
  };
}

async function take(seat) {
  if (holders.has(seat)) return;
  if (!hasRoom()) putOneToSleep();
  if (hasRoom()) {
    holders.add(seat);
    return;
  }
  await new Promise((resolve, reject) => waiting.push({ seat, resolve, reject }));
}

function leave(seat) {
  const place = waiting.findIndex((one) => one.seat === seat);
  if (place >= 0) waiting.splice(place, 1)[0].reject(new Error('the lab has left the page'));
  if (holders.delete(seat) && waiting.length > 0) seatNext();
}

function seatNext() {
  if (!hasRoom()) putOneToSleep();
  if (!hasRoom()) return;
  const next = waiting.shift();
  holders.add(next.seat);
  next.resolve();
}

function putOneToSleep() {
  for (const seat of holders) {
    if (seat.isBusy) continue;
    holders.delete(seat);
    seat.sleep();
    return;
  }
}
