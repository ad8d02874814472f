// From a page that there is already to a draft, in a real browser: by keyboard alone and without scripts, and what the
// script adds. The page is one of those beside the tree, a conference of two days with eighteen items; without them an
// invented one is pasted.

import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import { launch } from '../browser.mjs';

const SEEDS = new URL('../../../shared/seeds/', import.meta.url);
/** So long may somebody need from the page to a draft that one would publish. */
const MINUTES = 3;
/** The form of a long programme has some hundred fields, each with a link to its lines. */
const TABS_MAX = 900;

const INVENTED = `Mat och vatten nära hemma

Kom och prata om det som odlas här.

Datum: 26-27 maj 2027
Plats: Logen, Storgatan 1, Nora
Sista anmälningsdag: 21 maj 2027

Program

Onsdag 26 maj

13.00 Jorden under oss
Maj Lindell, docent, Högskolan i Berget

Torsdag 27 maj

09.00 Gruppsamtal
1. Hur delar vi på vattnet?
Samtalsledare: Bo Ram
2. Vem lagar maten?
Samtalsledare: Siv Ek

11.00 Avslutning
`;

/** The text, and how many items and talks a reader of it would count. */
function source() {
  const name = fs.existsSync(SEEDS) && fs.readdirSync(SEEDS).find((it) => it.startsWith('002'));
  return name ? { text: fs.readFileSync(new URL(name, SEEDS), 'utf8'), items: 17, talks: 4 } : { text: INVENTED, items: 3, talks: 2 };
}

/** Presses Tab until the focus is on what `selector` names; how often. */
async function tabTo(page, selector) {
  for (let tabs = 0; tabs <= TABS_MAX; tabs += 1) {
    if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return tabs;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${TABS_MAX} Tabs do not reach ${selector}`);
}

async function enter(page) {
  const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.ok(answer.status() < 400, `${page.url()} answers ${answer.status()}`);
}

async function typeOver(page, name, text) {
  const tabs = await tabTo(page, `[name="${name}"]`);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  return tabs;
}

export async function drafting(suite, instance) {
  await suite.check('drafting: a page becomes a draft by keyboard alone, without scripts', () =>
    inBrowser(instance, { javaScriptEnabled: false }, byKeyboard));
  await suite.check('drafting: the lines of a field are marked while it has focus', () => inBrowser(instance, {}, marked));
}

async function inBrowser(instance, options, look) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ locale: 'sv-SE', ...options });
    const page = await context.newPage();
    await page.goto((await instance.command('sign-in', 'admin@example.org')).trim());
    await tabTo(page, 'main form button');
    await enter(page);
    return await look(instance, page);
  } finally {
    await browser.close();
  }
}

async function paste(instance, page, text) {
  await page.goto(new URL('/sv/organisera/evenemang/ny-fran-text', instance.base).href);
  await tabTo(page, '[name=text]');
  await page.keyboard.insertText(text);
  await tabTo(page, 'main form button');
  await enter(page);
}

async function byKeyboard(instance, page) {
  const { text, items, talks } = source();
  const started = performance.now();
  await paste(instance, page, text);
  // A line that a field was read from is a link away, and marked without a script.
  const href = await page.locator('main form .source a').first().getAttribute('href');
  assert.match(href, /^#rad-\d+$/);
  let tabs = await tabTo(page, `main form .source a[href="${href}"]`);
  await page.keyboard.press('Enter');
  const colour = await page.evaluate((it) => getComputedStyle(document.querySelector(it)).backgroundColor, href);
  assert.notEqual(colour, 'rgba(0, 0, 0, 0)', 'the line is marked');
  await page.goto(page.url().split('#')[0]);
  tabs += await typeOver(page, 'to_1', '21.00');
  tabs += await typeOver(page, 'to_2', '13.30');
  tabs += await tabTo(page, 'button[name=do][value=save]');
  await enter(page);
  const minutes = (performance.now() - started) / 60_000;
  assert.ok(minutes < MINUTES, `${minutes} minutes`);
  assert.match(page.url(), /\/sv\/organisera\/evenemang\/[^/?]+\?klart=sparat$/);
  await page.goto(`${page.url().split('?')[0]}/forhandsvisning`);
  const shown = await page.locator('ol.programme > li').count();
  const choices = await page.locator('ol.programme li.talk').count();
  assert.deepEqual([shown, choices], [items, talks], 'items and talks on the page that the draft makes');
  return `${tabs} Tabs, ${(minutes * 60).toFixed(1)} s`;
}

async function marked(instance, page) {
  await paste(instance, page, source().text);
  const field = page.locator('main form .read [name=deadline], main form .read [name=venue]').first();
  await field.focus();
  const numbers = await field.evaluate((it) => it.closest('[data-lines]').dataset.lines);
  const lines = await page.locator('.source-lines li.marked').evaluateAll((all) => all.map((it) => it.id.replace('rad-', '')).join(' '));
  assert.equal(lines, numbers);
  const inSight = await page.locator('.source-lines li.marked').first().evaluate((it) => {
    const [line, pane] = [it.getBoundingClientRect(), it.closest('.source-lines').getBoundingClientRect()];
    return line.top >= pane.top && line.bottom <= pane.bottom;
  });
  assert.ok(inSight, 'the marked line is in sight');
}
