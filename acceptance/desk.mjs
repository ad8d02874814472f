// What an organiser does, through the forms they are shown: sign in, make an event, publish it.

import { filled, forms, plain } from './html.mjs';
import { Client } from './http.mjs';

/** Opens a printed sign-in link and confirms it by its button; a client that is signed in. */
export async function signIn(base, link) {
  if (link.includes('\n') || !/^https?:\/\/\S+$/.test(link)) throw new Error(`sign-in printed: ${link}`);
  const address = new URL(link);
  const client = new Client(base);
  const page = await client.get(address.pathname + address.search);
  if (page.status !== 200) throw new Error(`the sign-in link answers ${page.status}`);
  if (client.cookies.length) throw new Error('a GET signed in: mail scanners open links before people do');
  const form = forms(page.text).find((it) => it.method === 'post' && it.action.includes(address.pathname));
  if (!form) throw new Error('the sign-in page has no form to confirm it with');
  const answer = await client.post(new URL(form.action, address).pathname, filled(form));
  if (answer.status !== 303 || !client.cookies.length) {
    throw new Error(`confirming the sign-in answers ${answer.status} with ${client.cookies.length} cookies`);
  }
  return client;
}

/** A civil date, so many days from today, as the forms take it. */
export function day(daysFromNow) {
  return new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);
}

/**
 * A new event as a draft, on site, open, its last day in a month; `values` are more fields of the form.
 * The address of the organiser's page about it.
 */
export async function draftEvent(client, values = {}) {
  const address = '/sv/organisera/evenemang/nytt';
  const page = await client.get(address);
  if (page.status !== 200) throw new Error(`${address} answers ${page.status}`);
  const form = forms(page.text).find((it) => it.fields.some((field) => field.name === 'title'));
  if (!form) throw new Error(`${address} has no form that asks for a title`);
  const typed = {
    title: 'Kväll för alla som vill med',
    day_1: day(40),
    from_1: '17.00',
    to_1: '19.30',
    mode: 'on_site',
    venue: 'Logen',
    town: 'Ånge',
    deadline: day(30),
    admission: 'open',
    ...values,
  };
  const answer = await client.postParts(form.action, [...filled(form, typed), ['do', 'save']]);
  if (answer.status !== 303) throw new Error(`a new event is answered ${answer.status}: ${complaint(answer.text)}`);
  return new URL(answer.headers.location, client.base).pathname;
}

/** What a page that came back with problems says at its fields. */
function complaint(html) {
  return [...html.matchAll(/class="ds-validation-message"[^>]*>([\s\S]*?)<\/p>/g)].map((it) => plain(it[1])).join('; ');
}

/** Publishes by the button on the organiser's page about the event; the path of the public page. */
export async function publish(client, address) {
  const page = await client.get(address);
  const form = forms(page.text).find((it) => it.action.endsWith('/publicering'));
  if (!form) throw new Error(`${address} has no button to publish with`);
  const answer = await client.post(form.action, filled(form));
  if (answer.status !== 303) throw new Error(`publishing is answered ${answer.status}`);
  return `/sv/evenemang/${address.split('/').at(-1)}`;
}

/** Changes fields of the event with this slug by the organiser's form; nobody is told by mail. */
export async function changeEvent(client, slug, values) {
  const address = `/sv/organisera/evenemang/${slug}/andring`;
  const page = await client.get(address);
  if (page.status !== 200) throw new Error(`${address} answers ${page.status}`);
  const form = forms(page.text).find((it) => it.fields.some((field) => field.name === 'title'));
  const quiet = form.fields.some((it) => it.name === 'tell_registered') ? { tell_registered: [] } : {};
  const answer = await client.postParts(form.action, [...filled(form, { ...quiet, ...values }), ['do', 'save']]);
  if (answer.status !== 303) throw new Error(`a change is answered ${answer.status}: ${complaint(answer.text)}`);
}

/** A published event with `places` places and nothing to choose; the path of its form. */
export async function makeEvent(client, { places, ...values }) {
  const path = await publish(client, await draftEvent(client, { places: String(places), ...values }));
  const form = `${path}/anmalan`;
  const answer = await client.get(form);
  if (answer.status !== 200) throw new Error(`${form} answers ${answer.status}`);
  return form;
}
