// Waiting for what must become true, instead of sleeping for as long as it hopefully takes.

/** Asks again and again until `question` gives something truthy, and returns that. */
export async function until(what, question, { within = 20_000 } = {}) {
  const end = Date.now() + within;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${within / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
