#!/usr/bin/env node
// The built binary as others meet it: a browser, a mail server, a calendar reader, a great many people at once.
//
//   node run.mjs [--binary ../target/release/samverk] [--full] [--only WORD]
//
// SAMVERK_TEST_POSTGRES names a PostgreSQL superuser's address; without it the checks run on SQLite alone.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessibility } from './checks/accessibility.mjs';
import { calendar } from './checks/calendar.mjs';
import { contract } from './checks/contract.mjs';
import { drafting } from './checks/drafting.mjs';
import { kills } from './checks/kills.mjs';
import { organiser } from './checks/organiser.mjs';
import { oversell } from './checks/oversell.mjs';
import { pictures } from './checks/pictures.mjs';
import { signup } from './checks/signup.mjs';
import { smtp } from './checks/smtp.mjs';
import { makeEvent } from './desk.mjs';
import { Client } from './http.mjs';
import { links } from './html.mjs';
import { Instance, makeDatabase, stopAll } from './instance.mjs';
import { Suite } from './suite.mjs';
import { openEvent } from './visitor.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const options = { binary: path.join(here, '../target/release/samverk'), full: false, only: [] };
for (let at = 2; at < process.argv.length; at += 1) {
  const word = process.argv[at];
  if (word === '--binary') options.binary = path.resolve(process.argv[++at]);
  else if (word === '--full') options.full = true;
  else if (word === '--only') options.only.push(process.argv[++at]);
  else {
    console.error(`run.mjs does not know ${word}`);
    process.exit(2);
  }
}
if (!fs.existsSync(options.binary)) {
  console.error(`${options.binary} is not there: cargo build --release -p samverk`);
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await stopAll();
    process.exit(1);
  });
}

const { binary } = options;
const suite = new Suite(options.only);
const wants = (name) => !options.only.length || options.only.some((word) => name.includes(word) || word.startsWith(name));
const LIMITS_OFF = { SAMVERK_LIMITS__WRITES_PER_MINUTE: '0' };
const engines = [{ name: 'SQLite' }];
if (process.env.SAMVERK_TEST_POSTGRES) engines.push({ name: 'PostgreSQL', server: process.env.SAMVERK_TEST_POSTGRES });
else suite.skip('SAMVERK_TEST_POSTGRES is not set: the checks run on SQLite alone');

try {
  for (const engine of engines) {
    const database = engine.server && (await makeDatabase(engine.server, 'demo'));
    suite.step(`a demo on ${engine.name}`);
    const instance = await Instance.start({ binary, name: 'demo', demo: true, database, environment: LIMITS_OFF });
    await part(`contract on ${engine.name}`, 'contract', () => contract(suite, instance));
    await part('calendar', 'calendar', () => calendar(suite, instance));
    const languages = engine.server ? ['sv'] : ['sv', 'en'];
    for (const language of languages) await part('sign-up', 'sign-up', () => signup(suite, instance, language));
    for (const scripts of engine.server ? [false] : [true, false]) {
      await part('organiser', 'organiser', () => organiser(suite, instance, { scripts }));
    }
    await part('drafting', 'drafting', () => drafting(suite, instance));
    await part('oversell', 'oversell', async () => {
      const servers = [instance];
      const check = async () => oversell(servers.map((it) => it.base), await makeEvent(await instance.signIn(), { places: 100 }), 100);
      await suite.check(`oversell: 2400 posts by 16 writers on 100 places, ${engine.name}`, check);
      if (!engine.server) return;
      servers.push(await instance.twin());
      await suite.check('oversell: the same to two servers on one PostgreSQL', check);
      await servers[1].stop();
    });
    if (!engine.server) {
      const signedIn = await suite.check('the printed link signs in, for accessibility and pictures', () => instance.signIn());
      await part('accessibility', 'accessibility', () => accessibility(suite, instance, { organiser: signedIn }));
      await part('pictures', 'pictures', () => takePictures(instance, signedIn));
    }
    await instance.stop();
    if (wants('kill')) {
      await kills(suite, binary, { ...engine, database: engine.server && (await makeDatabase(engine.server, 'kill')) }, options.full ? 100 : 10);
    }
  }
  await part('smtp', 'smtp', () => smtp(suite, binary));
} catch (error) {
  suite.broke('the suite runs to its end', error);
} finally {
  await stopAll();
}
process.exit(suite.close());

/** A part that breaks outside of its checks is a failure, and the next part runs. */
async function part(name, word, run) {
  if (!wants(word)) return;
  suite.step(name);
  try {
    await run();
  } catch (error) {
    suite.broke(`${word}: ${name} runs to its end`, error);
  }
}

async function takePictures(instance, signedIn) {
  const client = new Client(instance.base);
  const { path: event, form } = await openEvent(client);
  const print = links((await client.get(event)).text).find((it) => /utskrift/.test(it));
  const pages = [
    { name: 'start', path: '/sv' },
    { name: 'start-en', path: '/en' },
    { name: 'events', path: '/sv/evenemang' },
    { name: 'events-past', path: '/sv/evenemang?visa=tidigare' },
    { name: 'event', path: event },
    { name: 'form', path: form },
    { name: 'not-found', path: '/sv/finns-inte' },
  ];
  const { path: english } = await openEvent(client, 'en');
  pages.push({ name: 'event-en', path: english });
  if (signedIn) {
    const desk = event.replace('/sv/evenemang/', '/sv/organisera/evenemang/');
    const seen = { organiser: '/sv/organisera', 'organiser-new': '/sv/organisera/evenemang/nytt', 'organiser-event': desk, 'organiser-programme': `${desk}/program`, 'organiser-registrations': `${desk}/anmalda` };
    for (const [name, path] of Object.entries(seen)) pages.push({ name, path, cookies: signedIn.cookies });
  }
  await pictures(suite, instance, pages, print);
}
