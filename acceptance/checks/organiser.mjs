// From a sign-in link to a published event with four group talks, in a real browser, every click counted.

import { strict as assert } from 'node:assert';
import { launch } from '../browser.mjs';
import { day } from '../desk.mjs';

const CLICKS = 25;
const MINUTES = 5;
const TALKS = [
  ['Nycklar och larm', 'Vem låser när sista gruppen har gått?'],
  ['Pengar', 'Vad kostar en tom sal, och för vem?'],
  ['Ansvar', 'Vad händer när något går sönder?'],
  ['Att hitta fram', 'Hur vet man att ett rum är ledigt?'],
];

/** Counts what a hand does: links, buttons and choices. Typing and Tab cost nothing. */
class Hand {
  clicks = 0;

  constructor(page) {
    this.page = page;
  }

  type(name, text) {
    return this.page.locator(`main form [name="${name}"]`).fill(text);
  }

  choose(name, value) {
    this.clicks += 1;
    return this.page.locator(`main form [name="${name}"][value="${value}"]`).check();
  }

  pick(name, value) {
    this.clicks += 1;
    return this.page.locator(`main form select[name="${name}"]`).selectOption(value);
  }

  /** Follows a link or presses a button; the answer to what it asks for. */
  async press(target) {
    this.clicks += 1;
    const [answer] = await Promise.all([this.page.waitForNavigation(), target.click()]);
    assert.ok(answer.status() < 400, `${this.page.url()} answers ${answer.status()}`);
  }
}

export async function organiser(suite, instance, { scripts }) {
  await suite.check(`organiser: from sign-in to a published event with four group talks, scripts ${scripts ? 'on' : 'off'}`, async () => {
    const browser = await launch();
    try {
      const context = await browser.newContext({ javaScriptEnabled: scripts, locale: 'sv-SE' });
      return await publish(instance, await context.newPage(), scripts);
    } finally {
      await browser.close();
    }
  });
}

async function publish(instance, page, scripts) {
  const title = `Salar som väntar, ${scripts ? 'med' : 'utan'} skript`;
  const link = (await instance.command('sign-in', 'admin@example.org')).trim();
  const started = performance.now();
  const hand = new Hand(page);
  const main = page.locator('main');

  await page.goto(link);
  await hand.press(main.locator('form button').first());
  await hand.press(main.locator('a[href="/sv/organisera/evenemang/nytt"]').first());

  await hand.type('title', title);
  await hand.type('lead', 'Många salar står tomma om kvällen. Kom och tala om hur de kan öppnas.');
  await hand.type('day_1', day(40));
  await hand.type('from_1', '16.00');
  await hand.type('to_1', '18.00');
  await hand.choose('mode', 'online');
  await hand.type('platform', 'Zoom');
  await hand.type('deadline', day(36));
  await hand.type('meeting_link', 'https://video.example.org/salar');
  await hand.press(main.locator('button[name=do][value=programme]'));

  await hand.type('starts', '16.00');
  await hand.type('ends', '16.15');
  await hand.pick('kind', 'welcome');
  await hand.type('title', 'Välkomna');
  await hand.press(main.locator('form.form button.ds-button:not([name])').last());

  await hand.type('starts', '16.15');
  await hand.type('ends', '17.45');
  await hand.pick('kind', 'group_talks');
  await hand.type('title', 'Samtal i grupp');
  for (const [index, [talk, text]] of TALKS.entries()) {
    await hand.type(`talk_title_${index + 1}`, talk);
    await hand.type(`talk_text_${index + 1}`, text);
  }
  await hand.choose('choosing', 'wishes');
  await hand.press(main.locator('form.form button.ds-button:not([name])').last());

  await hand.press(main.locator('a.onward').last());
  await hand.press(main.locator('form[action$="/publicering"] button'));
  const minutes = (performance.now() - started) / 60_000;
  assert.ok(hand.clicks <= CLICKS, `${hand.clicks} clicks`);
  assert.ok(minutes < MINUTES, `${minutes} minutes`);

  const path = `/sv/evenemang/${new URL(page.url()).pathname.split('/').at(-1)}`;
  const visitor = await (await page.context().browser().newContext({ javaScriptEnabled: scripts })).newPage();
  assert.equal((await visitor.goto(new URL(path, instance.base).href)).status(), 200);
  assert.equal((await visitor.locator('h1').innerText()).trim(), title);
  const programme = await visitor.locator('main').innerText();
  for (const [talk, text] of TALKS) assert.ok(programme.includes(talk) && programme.includes(text), `the page shows “${talk}”`);
  await visitor.locator(`a[href="${path}/anmalan"]:visible`).first().click();
  for (const wish of [1, 2, 3]) {
    const values = await visitor.locator(`main form [name=wish_${wish}]`).evaluateAll((all) =>
      all.flatMap((it) => (it.tagName === 'SELECT' ? [...it.options].map((option) => option.value) : [it.value])));
    assert.deepEqual(values.filter(Boolean), ['1', '2', '3', '4'], `wish_${wish} offers the four talks`);
  }
  return `${hand.clicks} clicks, ${(minutes * 60).toFixed(1)} s`;
}
