#!/usr/bin/env node
// Changes an event's lead through the organiser's form, again and again, and asks for its page right after each
// change. Prints how many changes the next request did not show.
//
//   node change-event.mjs --base URL --link SIGN-IN-LINK --slug SLUG --count N

import { parseArgs } from 'node:util';
import { changeEvent, signIn } from './desk.mjs';
import { Client } from './http.mjs';

const usage = 'usage: change-event.mjs --base URL --link SIGN-IN-LINK --slug SLUG --count N';
let values;
try {
  ({ values } = parseArgs({
    options: { base: { type: 'string' }, link: { type: 'string' }, slug: { type: 'string' }, count: { type: 'string' } },
  }));
} catch (error) {
  console.error(`${error.message}\n${usage}`);
  process.exit(2);
}
const { base, link, slug, count } = values;
if (!base || !link || !slug || !/^\d+$/.test(count ?? '')) {
  console.error(usage);
  process.exit(2);
}
const organiser = await signIn(base, link);
const visitor = new Client(base);
let unseen = 0;
for (let change = 1; change <= Number(count); change += 1) {
  const lead = `Ändring nummer ${change}, som nästa besökare ser.`;
  await changeEvent(organiser, slug, { lead });
  const page = await visitor.get(`/sv/evenemang/${slug}`);
  if (page.status !== 200 || !page.text.includes(lead)) unseen += 1;
}
console.log(unseen);
organiser.close();
visitor.close();
