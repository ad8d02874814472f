// What a visitor finds and does, over plain HTTP: the events, their forms, and a registration.

import { strict as assert } from 'node:assert';
import { filled, forms, links, outcome, plain, textOf } from './html.mjs';

export const WORDS = {
  sv: { list: '/sv/evenemang', past: '/sv/evenemang?visa=tidigare', form: 'anmalan', personal: /\/sv\/anmalan\/[^/\s]+$/ },
  en: { list: '/en/events', past: '/en/events?show=past', form: 'registration', personal: /\/en\/registration\/[^/\s]+$/ },
};

/** The addresses of the listed events, in the order of the list. */
export async function events(client, language = 'sv', { past = false } = {}) {
  const { list, past: pastList } = WORDS[language];
  const answer = await client.get(past ? pastList : list);
  assert.equal(answer.status, 200, `${list} answers ${answer.status}`);
  const pattern = new RegExp(`^${list}/[^/?.]+$`);
  return links(answer.text).map((it) => new URL(it, client.base).pathname).filter((it) => pattern.test(it));
}

/** The first listed event whose form takes people, as `{ path, form }`. */
export async function openEvent(client, language = 'sv') {
  for (const path of await events(client, language)) {
    const form = `${path}/${WORDS[language].form}`;
    const answer = await client.get(form);
    if (answer.status === 200 && outcome(answer.text) === undefined) return { path, form };
  }
  throw new Error('no listed event takes registrations');
}

/** The form for registering on a page: the one that asks for a name and an e-mail. */
export function registrationForm(html) {
  const form = forms(html).find((it) => ['name', 'email'].every((name) => it.fields.some((field) => field.name === name)));
  if (!form) throw new Error('the page has no form with the fields name and email');
  return form;
}

/** Values for whatever a form demands beside name and e-mail: first option of each choice, wishes 1, 2, 3. */
export function answers(form, person) {
  const values = { name: person.name, email: person.email };
  for (const field of form.fields) {
    if (/^choice_\d+$/.test(field.name) && !(field.name in values)) {
      const value = field.type === 'select' ? field.options.find((it) => it.value)?.value : field.value;
      if (value) values[field.name] = value;
    }
    if (/^wish_[123]$/.test(field.name)) {
      const numbers = field.options?.map((it) => it.value).filter(Boolean) ?? [];
      values[field.name] = numbers[Number(field.name.at(-1)) - 1] ?? '';
    }
  }
  return { ...values, ...person.more };
}

/** Opens the form, fills it in and sends it; the answer to the post. */
export async function register(client, path, person) {
  const page = await client.get(path);
  const form = registrationForm(page.text);
  const target = form.action ? new URL(form.action, page.url).pathname : path;
  return client.post(target, filled(form, answers(form, person)));
}

/** Judges an event's page by the contract: one JSON-LD object that names what the h1 names. */
export function linkedData(html) {
  const scripts = [...html.matchAll(/<script\b[^>]*type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/gi)];
  assert.equal(scripts.length, 1, `${scripts.length} application/ld+json scripts`);
  const event = JSON.parse(scripts[0][1]);
  assert.ok(!Array.isArray(event) && !event['@graph'], 'an Event object, no list or @graph');
  assert.match(String(event['@type']), /Event$/);
  assert.equal(event.name, textOf(html, 'h1'), 'name is the plain text of the h1');
  return event;
}

export function main(html) {
  return plain(/<main\b[\s\S]*<\/main>/i.exec(html)?.[0] ?? '');
}
