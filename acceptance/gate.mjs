#!/usr/bin/env node
// The accessibility gate: what a machine can judge of a page, for every route.
//
//   node gate.mjs BASE_URL PATH... [--lang sv] [--cookie name=value]
//
// 1. axe-core, WCAG 2.0-2.2 A and AA and best practice: 1280 px light, 1280 px dark, 320 px.
// 2. Keyboard: Tab reaches everything one can act on, nothing holds the focus, each stop looks different from
//    before and is not covered (WCAG 2.4.11), and the first stop is a skip link that works.
// 3. Reflow: no sideways scroll at 320 px, there with the text spacing of WCAG 1.4.12, and at 200 % text.
// 4. Without scripts: same status, same headings, same text, no dead link or button, every form can be sent.
// 5. Document: language (that of the address), title, one h1, one main, a quiet console, every request answered and
//    to this origin, and for a visitor no cookie and nothing stored.
//
// Zero findings are necessary and not sufficient: reading order, what an alternative text means and plain language
// are for people to judge.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { cookiesFor, launch } from './browser.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
/** A date field has several stops inside; more than this many Tabs on one element is a trap. */
const STOPS_INSIDE_ONE_FIELD = 12;
/** How much of the text must be there without scripts. */
const TEXT_SHARE = 0.98;
const TEXT_SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

/** Looks at pages of one origin with one set of cookies. Close it when done. */
export class Gate {
  static async open(base, { cookies = [] } = {}) {
    const gate = new Gate();
    gate.base = base;
    gate.visitor = cookies.length === 0;
    gate.browser = await launch();
    const context = async (options) => {
      const made = await gate.browser.newContext({ viewport: WIDE, ...options });
      await made.addCookies(cookiesFor(base, cookies));
      return made;
    };
    gate.light = await context({ colorScheme: 'light' });
    gate.dark = await context({ colorScheme: 'dark' });
    gate.narrow = await context({ viewport: NARROW });
    gate.scriptless = await context({ javaScriptEnabled: false });
    return gate;
  }

  close() {
    return this.browser.close();
  }

  /** What is wrong with a page, in sentences; an empty list is a pass. `status` is the one expected. */
  async faults(path, { lang, status = 200 } = {}) {
    const url = new URL(path, this.base).href;
    const faults = [];
    const seen = await this.#asIs(url, status, lang ?? languageOf(path), faults);
    await this.#dark(url, faults);
    await this.#narrow(url, faults);
    await this.#scriptless(url, seen, faults);
    return [...new Set(faults)];
  }

  /** Wide, light, with scripts: document, axe, keyboard, doubled text. */
  async #asIs(url, status, lang, faults) {
    const page = await this.light.newPage();
    try {
      const origin = new URL(this.base).origin;
      page.on('console', (line) => line.type() === 'error' && !isExpectedStatus(line, status, url) && faults.push(`console: ${line.text().slice(0, 160)}`));
      page.on('pageerror', (error) => faults.push(`script error: ${String(error).slice(0, 160)}`));
      page.on('request', (request) => {
        const there = request.url();
        if (!/^(data|blob):/.test(there) && new URL(there).origin !== origin) faults.push(`third-party request: ${there}`);
      });
      page.on('requestfailed', (request) => faults.push(`request failed: ${request.url()}`));
      page.on('response', (response) => {
        if (response.status() >= 400 && response.url() !== url) faults.push(`request answered ${response.status()}: ${response.url()}`);
      });
      const answer = await page.goto(url, { waitUntil: 'load', timeout: 20_000 });
      if (answer.status() !== status) faults.push(`status ${answer.status()}, expected ${status}`);
      const found = await page.evaluate(DOCUMENT);
      if (!found.lang) faults.push('the document names no language');
      else if (lang && found.lang.split('-')[0] !== lang) faults.push(`the document says lang="${found.lang}", its address ${lang}`);
      if (!found.title.trim()) faults.push('no title');
      if (found.h1 !== 1) faults.push(`${found.h1} h1`);
      if (found.main !== 1) faults.push(`${found.main} main`);
      if (this.visitor) {
        const cookies = await this.light.cookies();
        if (cookies.length) faults.push(`a visitor gets cookies: ${cookies.map((it) => it.name).join(', ')}`);
        if (found.stored) faults.push(`a visitor gets ${found.stored} stored entries`);
      }
      const text = await page.evaluate(TEXT);
      faults.push(...(await axe(page, '1280')));
      faults.push(...(await keyboard(page, url)));
      // The skip link's check left the page afresh; doubled text is judged on it as it is.
      await page.setViewportSize(WIDE);
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      faults.push(...(await overflow(page, 'at 200 % text')));
      return { status: answer.status(), ...text };
    } finally {
      await page.close();
    }
  }

  async #dark(url, faults) {
    const page = await this.dark.newPage();
    try {
      await page.goto(url, { waitUntil: 'load', timeout: 20_000 });
      faults.push(...(await axe(page, 'dark')));
    } finally {
      await page.close();
    }
  }

  async #narrow(url, faults) {
    const page = await this.narrow.newPage();
    try {
      await page.goto(url, { waitUntil: 'load', timeout: 20_000 });
      faults.push(...(await axe(page, '320')));
      faults.push(...(await overflow(page, 'at 320 px')));
      // Set through the CSSOM, which a content security policy leaves to whoever drives the browser.
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      }, TEXT_SPACING);
      const applied = await page.evaluate(() => getComputedStyle(document.body).wordSpacing !== '0px');
      if (!applied) faults.push('text spacing could not be set');
      faults.push(...(await overflow(page, 'with text spacing')));
    } finally {
      await page.close();
    }
  }

  async #scriptless(url, seen, faults) {
    const page = await this.scriptless.newPage();
    try {
      const answer = await page.goto(url, { waitUntil: 'load', timeout: 20_000 });
      const { headings, words } = await page.evaluate(TEXT);
      if (answer.status() !== seen.status) faults.push(`without scripts: status ${answer.status()}`);
      if (headings.join('|') !== seen.headings.join('|')) faults.push(`without scripts: h1 ${headings.join('|')}`);
      const here = new Set(words);
      const share = seen.words.length ? seen.words.filter((word) => here.has(word)).length / seen.words.length : 1;
      if (share < TEXT_SHARE) faults.push(`without scripts: ${Math.round(share * 100)} % of the text`);
      for (const dead of await page.evaluate(DEAD_ENDS)) faults.push(`without scripts dead: ${dead}`);
    } finally {
      await page.close();
    }
  }
}

/** The browser itself complains of a page that answers with an error; where that is expected it is no fault. */
function isExpectedStatus(line, status, url) {
  return status >= 400 && line.location().url === url && /status of \d{3}/.test(line.text());
}

function languageOf(path) {
  return /^\/(sv|en)(\/|$|\?)/.exec(path)?.[1];
}

async function axe(page, at) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (rules) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] }),
    RULES,
  );
  return violations.map((it) => `axe ${it.id} (${at}): ${it.nodes.length} × ${it.nodes[0]?.target.join(' ')}`);
}

async function overflow(page, when) {
  const { wide, shown, out } = await page.evaluate(SIDEWAYS);
  return wide > shown ? [`sideways scroll ${when}: ${wide} > ${shown}, ${out.join(', ')}`] : [];
}

async function keyboard(page, url) {
  const faults = [];
  const wanted = await page.evaluate(ACTABLE);
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  const reached = new Set();
  let first;
  let previous;
  let repeats = 0;
  let stops = 0;
  for (let press = 0; press < wanted.length * 2 + 40; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(FOCUSED);
    if (!stop) {
      // The browser's own controls come before the page and after it.
      if (stops) break;
      continue;
    }
    stops += 1;
    first ??= stop;
    const who = stop.key ?? stop.shown;
    repeats = who === previous ? repeats + 1 : 0;
    previous = who;
    if (repeats > STOPS_INSIDE_ONE_FIELD) {
      faults.push(`keyboard trap: ${stop.shown}`);
      break;
    }
    if (!stop.key || reached.has(stop.key)) {
      if (stop.key && stop.key === first.key && repeats === 0 && reached.size > 1) break;
      continue;
    }
    reached.add(stop.key);
    if (stop.covered) faults.push(`focus covered: ${stop.shown}`);
    if ((await page.evaluate(UNFOCUSED_LOOK, stop.key)) === stop.look) faults.push(`no visible focus: ${stop.shown}`);
  }
  for (const { key, shown } of wanted) if (!reached.has(key)) faults.push(`not reached by Tab: ${shown}`);
  if (!first?.href?.startsWith('#')) return [...faults, 'the first stop is no skip link'];
  // A new load, so that the focus starts where a visitor's does.
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'load', timeout: 20_000 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(60);
  const jumped = await page.evaluate((href) => {
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    return !!target && location.hash === href && target.getBoundingClientRect().top < innerHeight;
  }, first.href);
  return jumped ? faults : [...faults, `the skip link to ${first.href} does not work`];
}

// What follows runs in the page.

const DOCUMENT = () => {
  let stored = 0;
  try {
    stored = localStorage.length + sessionStorage.length;
  } catch {
    // Storage may be shut off; then nothing is stored.
  }
  return {
    lang: document.documentElement.lang,
    title: document.title,
    h1: document.querySelectorAll('h1').length,
    main: document.querySelectorAll('main, [role=main]').length,
    stored,
  };
};

const TEXT = () => {
  const main = (document.querySelector('main') ?? document.body).cloneNode(true);
  for (const unseen of main.querySelectorAll('script, style, template, noscript')) unseen.remove();
  return {
    headings: [...document.querySelectorAll('h1')].map((it) => it.textContent.trim()),
    words: main.textContent.split(/\s+/).filter(Boolean),
  };
};

/** Marks everything one can act on with a key and lists it. A group of radio buttons is one stop. */
const ACTABLE = () => {
  const roles = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'combobox', 'slider', 'textbox', 'spinbutton', 'option'];
  const selector = [
    'a[href]', 'area[href]', 'button', 'input:not([type=hidden])', 'select', 'textarea', 'summary', 'iframe',
    '[contenteditable=""]', '[contenteditable=true]', 'audio[controls]', 'video[controls]', '[onclick]',
    ...roles.map((role) => `[role=${role}]`),
  ].join(',');
  const isShown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0 && width > 0 && height > 0;
  };
  const groups = new Set();
  const found = [];
  for (const element of document.querySelectorAll(selector)) {
    if (element.disabled || element.matches(':disabled') || element.closest('[inert]') || element.getAttribute('aria-disabled') === 'true') continue;
    if (!isShown(element)) continue;
    if (element.tagName === 'SUMMARY' && element.parentElement.querySelector('summary') !== element) continue;
    if (element.closest('details:not([open])') && !element.closest('summary')) continue;
    // Inside a composite the arrow keys move, and only one of its parts is a stop.
    if (/^(tab|menuitem|option|radio)$/.test(element.getAttribute('role') ?? '') && element.getAttribute('tabindex') === '-1') continue;
    let key = `element-${found.length}`;
    if (element.type === 'radio' && element.name) {
      key = `radio-${[...document.forms].indexOf(element.form)}-${element.name}`;
      element.dataset.gateKey = key;
      if (groups.has(key)) continue;
      groups.add(key);
    }
    element.dataset.gateKey = key;
    const name = element.getAttribute('aria-label') || element.innerText || element.name || element.id || element.getAttribute('href') || '';
    found.push({ key, shown: `${element.tagName.toLowerCase()} ${name.trim().slice(0, 40)}` });
  }
  return found;
};

const FOCUSED = () => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const look = (it) => {
    const style = getComputedStyle(it);
    const outline = style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor + style.outlineStyle;
    return [outline, style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth, style.textDecorationLine, style.textDecorationThickness, style.color].join('|');
  };
  const label = element.labels?.[0];
  const box = element.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.9], [0.1, 0.9], [0.9, 0.1]]
    .map(([across, down]) => [box.left + box.width * across, box.top + box.height * down])
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const isOver = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && top !== element && !element.contains(top) && !top.contains(element) && !(label && label.contains(top));
  };
  return {
    key: element.dataset.gateKey,
    href: element.getAttribute('href'),
    shown: `${element.tagName.toLowerCase()} ${(element.innerText || element.value || element.id || '').trim().slice(0, 40)}`,
    look: look(element) + (label ? look(label) : ''),
    covered: points.length > 0 && points.every(isOver),
  };
};

/** How the focused element looks without focus; the focus is put back. */
const UNFOCUSED_LOOK = (key) => {
  const focused = document.activeElement;
  if (focused?.dataset?.gateKey !== key) return null;
  const look = (it) => {
    const style = getComputedStyle(it);
    const outline = style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor + style.outlineStyle;
    return [outline, style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth, style.textDecorationLine, style.textDecorationThickness, style.color].join('|');
  };
  focused.blur();
  const label = focused.labels?.[0];
  const without = look(focused) + (label ? look(label) : '');
  focused.focus({ preventScroll: true });
  return without;
};

/** The width of the content, that of the window, and who sticks out, long words in narrow boxes among them. */
const SIDEWAYS = () => {
  const shown = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth;
  const out = [];
  if (wide > shown) {
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect();
      const ink = box.left + element.scrollWidth;
      const spills = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'visible' && ink > shown + 1;
      if (box.width > 0 && (box.right > shown + 1 || spills) && out.length < 5) {
        const name = element.id ? `#${element.id}` : element.classList.length ? `.${element.classList[0]}` : '';
        out.push(`${element.tagName.toLowerCase()}${name} to ${Math.round(spills ? ink : box.right)}`);
      }
    }
  }
  return { wide, shown, out };
};

/** Links and buttons that do nothing without a script, and forms that cannot be sent. */
const DEAD_ENDS = () => {
  const isShown = (element) => element.getClientRects().length > 0;
  const named = (element) => `${element.tagName.toLowerCase()} ${(element.textContent.trim() || element.id || element.action || '').slice(0, 40)}`;
  const dead = [];
  for (const link of document.querySelectorAll('a[href="#"], a[href^="javascript:"]')) if (isShown(link)) dead.push(named(link));
  for (const button of document.querySelectorAll('button')) {
    if (!isShown(button) || button.disabled || button.hasAttribute('popovertarget') || button.hasAttribute('commandfor')) continue;
    if (button.type === 'button' || (button.type === 'submit' && !button.form)) dead.push(named(button));
  }
  for (const form of document.forms) {
    if (!isShown(form) || form.method === 'dialog') continue;
    const sends = [...form.elements].some((it) => (it.tagName === 'BUTTON' && it.type === 'submit') || (it.tagName === 'INPUT' && /^(submit|image)$/.test(it.type)));
    const images = form.querySelector('input[type=image]');
    if (!sends && !images) dead.push(`form without a button ${form.id || form.action}`);
  }
  return dead;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const paths = [];
  const cookies = [];
  let lang;
  for (let at = 2; at < process.argv.length; at += 1) {
    const word = process.argv[at];
    if (word === '--lang') lang = process.argv[++at];
    else if (word === '--cookie') cookies.push(process.argv[++at]);
    else paths.push(word);
  }
  const base = paths.shift();
  if (!base || !paths.length) {
    console.error('usage: node gate.mjs BASE_URL PATH... [--lang sv] [--cookie name=value]');
    process.exit(2);
  }
  const gate = await Gate.open(base, { cookies });
  let failed = 0;
  for (const path of paths) {
    const faults = await gate.faults(path, { lang });
    if (faults.length) failed += 1;
    console.log(faults.length ? `FAIL  ${path}\n      ${faults.join('\n      ')}` : `ok    ${path}`);
  }
  await gate.close();
  console.log(`${paths.length - failed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
