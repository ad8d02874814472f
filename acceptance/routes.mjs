// From the list of routes to addresses one can open: what stands in braces is filled with what the
// running instance links to. A route nobody links to is a finding of its own.

import fs from 'node:fs';
import { links } from './html.mjs';

/** How many pages are opened in search of links; the demo has some hundred. */
const PAGES_OPENED = 400;

/** `[{ path, as }]`; `as` is visitor or organiser. */
export function listed() {
  return JSON.parse(fs.readFileSync(new URL('routes.json', import.meta.url), 'utf8'));
}

function pattern(path) {
  const escaped = path.split(/\{[^}]*\}/).map((it) => it.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^/?]+')}$`);
}

/** Opens pages breadth first from `starts`, following the links of this instance; the addresses found. */
export async function crawl(client, starts) {
  const found = new Set(starts);
  const waiting = [...starts];
  // Many pages of one kind (events, pages of a table) lead to the same links: three of a kind are enough.
  const kinds = new Map();
  let opened = 0;
  while (waiting.length && opened < PAGES_OPENED) {
    const path = waiting.shift();
    opened += 1;
    const answer = await client.get(path);
    if (answer.status >= 300 && answer.status < 400 && answer.headers.location) {
      note(answer.headers.location);
      continue;
    }
    if (!/^text\/html/.test(answer.headers['content-type'] ?? '')) continue;
    for (const href of links(answer.text)) note(new URL(href, answer.url).href);
  }
  return found;

  function note(address) {
    const url = new URL(address, client.base);
    if (url.origin !== new URL(client.base).origin) return;
    const path = url.pathname + url.search;
    if (found.has(path)) return;
    found.add(path);
    const kind = url.pathname.split('/').map((it) => (/^(sv|en|[a-z_]{2,14})$/.test(it) ? it : it && '*')).join('/') + [...url.searchParams.keys()].join('&');
    const seen = kinds.get(kind) ?? 0;
    kinds.set(kind, seen + 1);
    if (seen < 3) waiting.push(path);
  }
}

/**
 * Splits the listed routes of one role into `{ pages, unreached }`. Each page is `{ route, path }`;
 * `preferred` are addresses to take before others that fit. What a route without braces names is no filling.
 */
export function open(routes, found, preferred = []) {
  const pages = [];
  const unreached = [];
  const literal = new Set(listed().map((it) => it.path));
  for (const route of routes) {
    if (!route.path.includes('{')) {
      pages.push({ route: route.path, path: route.path });
      continue;
    }
    const fits = pattern(route.path);
    const path = [...preferred, ...found].find((it) => fits.test(it) && !literal.has(it));
    if (path) pages.push({ route: route.path, path });
    else unreached.push(route.path);
  }
  return { pages, unreached };
}
