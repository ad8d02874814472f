#!/usr/bin/env node
// Makes and publishes an event through the organiser's forms and prints the path of its registration form.
//
//   node make-event.mjs --base URL --link SIGN-IN-LINK --places N [--count N]
//
// With --count it makes so many of them and prints a path a line.

import { parseArgs } from 'node:util';
import { makeEvent, signIn } from './desk.mjs';

const usage = 'usage: make-event.mjs --base URL --link SIGN-IN-LINK --places N [--count N]';
let values;
try {
  ({ values } = parseArgs({
    options: { base: { type: 'string' }, link: { type: 'string' }, places: { type: 'string' }, count: { type: 'string', default: '1' } },
  }));
} catch (error) {
  console.error(`${error.message}\n${usage}`);
  process.exit(2);
}
const { base, link, places, count } = values;
if (!base || !link || !/^\d+$/.test(places ?? '') || !/^\d+$/.test(count)) {
  console.error(usage);
  process.exit(2);
}
const client = await signIn(base, link);
for (let made = 0; made < Number(count); made += 1) console.log(await makeEvent(client, { places }));
client.close();
