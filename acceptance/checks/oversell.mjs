// More people than places, all at once.

import { strict as assert } from 'node:assert';
import { outcome } from '../html.mjs';
import { Client } from '../http.mjs';

export const WRITERS = 16;
export const POSTS = 150;

/**
 * `form` is the address of the form of an event with `places` places and nothing to choose; `bases` the servers that
 * share it, to which the writers go by turns.
 */
export async function oversell(bases, form, places) {
  const clients = bases.map((base) => new Client(base, { connections: WRITERS }));
  const counted = {};
  let last;
  const writer = async (_, who) => {
    for (let post = 0; post < POSTS; post += 1) {
      const answer = await clients[who % clients.length].post(form, { name: 'Många Vill', email: `oversell.${who}.${post}@example.org` });
      const key = answer.status === 303 ? 'accepted' : `${answer.status} ${outcome(answer.text) ?? ''}`.trim();
      counted[key] = (counted[key] ?? 0) + 1;
      last = answer;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  for (const client of clients) client.close();
  assert.deepEqual(counted, { accepted: places, '409 full': WRITERS * POSTS - places }, JSON.stringify(counted));
  assert.equal(outcome(last.text), 'full');
  return `${places} accepted, ${WRITERS * POSTS - places} told that it is full`;
}
