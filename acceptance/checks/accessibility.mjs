// The gate over every route, as visitor and as organiser; and the tool beside the tree where there is one.

import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draftEvent } from '../desk.mjs';
import { Gate } from '../gate.mjs';
import { elements, filled, forms, links } from '../html.mjs';
import { Client } from '../http.mjs';
import { Mailbox } from '../mail.mjs';
import { crawl, listed, open } from '../routes.mjs';
import { openEvent, register } from '../visitor.mjs';

const TOOL = fileURLToPath(new URL('../../../shared/tools/a11y/check.cjs', import.meta.url));
const MODULES = fileURLToPath(new URL('../node_modules', import.meta.url));
/** Two pages at a time, as many as the smallest machine has cores. */
const AT_ONCE = 2;

export async function accessibility(suite, instance, { organiser }) {
  const visitor = new Client(instance.base);
  const personal = await secretPages(visitor, organiser, instance);
  const groups = [
    { as: 'visitor', client: visitor, starts: ['/sv', '/en', '/sv/evenemang?visa=tidigare', '/en/events?show=past', ...personal], cookies: [] },
    { as: 'organiser', client: organiser, starts: ['/sv/organisera', '/en/organise'], cookies: organiser?.cookies },
  ];
  for (const { as, client, starts, cookies } of groups) {
    if (!client) continue;
    const { pages, unreached } = open(listed().filter((it) => it.as === as), await crawl(client, starts), personal);
    await suite.check(`accessibility: every route of the ${as} is linked to from somewhere`, () => {
      assert.deepEqual(unreached, []);
      return `${pages.length} routes`;
    });
    await gate(suite, instance, as, pages, cookies);
    await tool(suite, instance, as, pages, cookies);
  }
  visitor.close();
}

/**
 * Addresses that no public page links to: personal pages and receipts of two who register, the receipt of a message,
 * an unused sign-in link, the preview of a draft, the form of an event by invitation.
 */
async function secretPages(client, organiser, instance) {
  const mailbox = new Mailbox(instance.mail);
  const found = [];
  const link = new URL((await instance.command('sign-in', 'admin@example.org')).trim()).pathname;
  found.push(link, link.replace('/sv/inloggning/', '/en/sign-in/'));
  for (const [language, statement] of [['sv', '/sv/tillganglighet'], ['en', '/en/accessibility']]) {
    const { form } = await openEvent(client, language);
    const email = `gate.${language}@example.org`;
    const answer = await register(client, form, { name: 'Grind Vakt', email, more: { language } });
    if (answer.headers.location) found.push(path(answer.headers.location, instance));
    const mail = await mailbox.next(email);
    found.push(path(mail.links[0], instance));

    const message = forms((await client.get(statement)).text).find((it) => it.fields.some((field) => field.type === 'textarea'));
    if (!message) continue;
    const text = message.fields.find((it) => it.type === 'textarea').name;
    const sent = await client.post(message.action, filled(message, { [text]: 'Kartan på startsidan går inte att läsa.' }));
    if (sent.headers.location) found.push(path(sent.headers.location, instance));
  }
  if (organiser) {
    const draft = {
      lead: 'En kväll om rum som står tomma, för alla som har ett eller behöver ett.',
      text: 'Vi går runt i salarna, äter soppa och pratar om vem som låser, vem som städar och vad det kostar.\n\n## Så går kvällen till\n\n- Rundvandring\n- Soppa\n- Samtal i mindre grupper\n\nKom gärna i god tid, och ta med dig någon som inte brukar komma.',
      audience: 'Du som har en nyckel, och du som saknar en.',
    };
    const slug = (await draftEvent(organiser, draft)).split('/').at(-1);
    found.push(`/sv/organisera/evenemang/${slug}/forhandsvisning`, `/en/organise/events/${slug}/preview`);
    for (const desk of ['/sv/organisera', '/en/organise']) {
      const events = links((await organiser.get(desk)).text).filter((it) => /^\/(sv\/organisera\/evenemang|en\/organise\/events)\/[^/?]+$/.test(it));
      for (const event of events) {
        const code = elements((await organiser.get(event)).text, 'div').find((it) => it.attributes['data-copy']);
        if (code) found.push(path(code.attributes['data-copy'], instance));
      }
    }
  }
  return found;
}

function path(address, instance) {
  const url = new URL(address, instance.base);
  return url.pathname + url.search;
}

async function gate(suite, instance, as, pages, cookies) {
  const waiting = [...pages];
  const look = async () => {
    const gate = await Gate.open(instance.base, { cookies });
    try {
      for (let page = waiting.shift(); page; page = waiting.shift()) {
        const { path } = page;
        await suite.check(`accessibility: ${as} ${page.route}`, async () => {
          const faults = await gate.faults(path);
          if (faults.length) assert.fail(`${path}\n${faults.join('\n')}`);
        });
      }
    } finally {
      await gate.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, look));
}

async function tool(suite, instance, as, pages, cookies) {
  if (!fs.existsSync(TOOL)) {
    suite.skip(`../shared/tools/a11y is not there: the gate of acceptance/ alone has judged the ${as}'s pages`);
    return;
  }
  for (const language of ['sv', 'en']) {
    const paths = pages.map((it) => it.path).filter((it) => it === `/${language}` || it.startsWith(`/${language}/`));
    if (!paths.length) continue;
    await suite.check(`accessibility: the tool beside the tree, ${as}, ${language}`, async () => {
      const words = [TOOL, instance.base, ...paths, '--lang', language, ...(cookies ?? []).flatMap((it) => ['--cookie', it])];
      const printed = await new Promise((resolve, reject) => {
        execFile(process.execPath, words, { env: { ...process.env, NODE_PATH: MODULES }, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
          (stdout ? resolve(stdout) : reject(error ?? new Error(stderr))));
      });
      const judged = JSON.parse(printed);
      const faults = (judged.results ?? []).filter((it) => !it.ok).map((it) => `${it.path}: ${it.fail.join('; ')}`);
      assert.ok(judged.ok, [judged.error, ...faults].filter(Boolean).join('\n'));
      assert.equal(judged.pages, paths.length);
      return `${judged.passed} of ${judged.pages} pages, ${judged.reached} of ${judged.interactive} controls reached`;
    });
  }
}
