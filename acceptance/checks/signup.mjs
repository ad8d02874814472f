// A visitor's way with scripts switched off, in a real browser: from the start page to the withdrawal.

import { strict as assert } from 'node:assert';
import { launch } from '../browser.mjs';
import { Client } from '../http.mjs';
import { Mailbox } from '../mail.mjs';
import { WORDS } from '../visitor.mjs';

const LABELS = {
  sv: { change: /ändra/i, withdraw: /avanmäl/i, faulty: 'Fel: ' },
  en: { change: /change/i, withdraw: /withdraw|cancel/i, faulty: 'Error: ' },
};

export async function signup(suite, instance, language) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: language === 'sv' ? 'sv-SE' : 'en-GB' });
    await new Journey(suite, instance, language, context).run();
  } finally {
    await browser.close();
  }
}

class Journey {
  constructor(suite, instance, language, context) {
    this.suite = suite;
    this.instance = instance;
    this.language = language;
    this.context = context;
    this.words = WORDS[language];
    this.labels = LABELS[language];
    this.mailbox = new Mailbox(instance.mail);
    this.email = `maj.bergqvist.${language}@example.org`;
    this.name = 'Maj Bergqvist-Öst';
  }

  async run() {
    const steps = [
      ['from the start page by the list to the form', () => this.findForm()],
      ['every field has its label and autocomplete token', () => this.judgeForm()],
      ['an invalid form is answered with 422 and keeps what was typed', () => this.sendInvalid()],
      ['the form leads to a receipt that gives nothing away', () => this.sendValid()],
      ['the confirmation is in the mail folder', () => this.readMail()],
      ['the personal page shows name and choices', () => this.openPersonalPage()],
      ['the registration can be changed', () => this.change()],
      ['opening the withdrawal withdraws nobody, its button does', () => this.withdraw()],
    ];
    for (const [name, step] of steps) {
      // One step stands on the one before it.
      const before = this.suite.failed;
      await this.suite.check(`sign-up without scripts, ${this.language}: ${name}`, step);
      if (this.suite.failed > before) break;
    }
  }

  async findForm() {
    this.page = await this.context.newPage();
    await this.page.goto(`${this.instance.base}/${this.language}`);
    await this.page.locator(`a[href="${this.words.list}"]:visible`).first().click();
    assert.equal(new URL(this.page.url()).pathname, this.words.list);
    const hrefs = await this.page.locator('main a').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
    const events = [...new Set(hrefs)].filter((it) => new RegExp(`^${this.words.list}/[^/?.]+$`).test(it ?? ''));
    assert.ok(events.length > 0, 'the list links to events');
    for (const event of events) {
      await this.page.locator(`main a[href="${event}"]:visible`).first().click();
      this.title = (await this.page.locator('h1').innerText()).trim();
      const button = this.page.locator(`a[href="${event}/${this.words.form}"]:visible`).first();
      if (await button.count()) {
        await button.click();
        if (await this.page.locator('main:not([data-outcome]) input[name=email]').count()) return this.title;
        await this.page.goBack();
      }
      await this.page.goBack();
    }
    throw new Error('no event of the list leads to an open form');
  }

  async judgeForm() {
    const wanted = { name: 'name', email: 'email', organisation: 'organization' };
    for (const [name, token] of Object.entries(wanted)) {
      assert.equal(await this.field(name).getAttribute('autocomplete'), token, `autocomplete of ${name}`);
    }
    const nameless = await this.page.locator('main form :is(input:not([type=hidden]), select, textarea)').evaluateAll((all) =>
      all.filter((it) => ![...(it.labels ?? [])].some((label) => label.innerText.trim() && label.getClientRects().length)).map((it) => it.name));
    assert.deepEqual(nameless, [], 'fields without a visible label');
    const sectors = await this.values('sector');
    assert.deepEqual(sectors.filter(Boolean).sort(), ['academia', 'business', 'civil_society', 'other', 'public']);
    assert.deepEqual((await this.values('language')).filter(Boolean).sort(), ['en', 'sv']);
    for (const code of (await this.values('municipality')).filter(Boolean)) assert.match(code, /^\d{4}$/);
    const required = await this.page.locator('main form [required]').evaluateAll((all) => [...new Set(all.map((it) => it.name))]);
    for (const name of required) assert.match(name, /^(name|email|choice_\d+)$/, 'only name, e-mail and places are demanded');
  }

  async sendInvalid() {
    this.typed = { name: this.name, email: 'maj på example', organisation: 'Byalaget <Norra> & "Södra"' };
    for (const [name, value] of Object.entries(this.typed)) await this.field(name).fill(value);
    this.chose = { sector: 'civil_society', language: this.language === 'sv' ? 'en' : 'sv' };
    for (const name of ['municipality', 'role']) this.chose[name] = (await this.values(name)).filter(Boolean).at(-1);
    for (const [name, value] of Object.entries(this.chose)) await this.choose(name, value);
    this.wishes = [];
    if (await this.field('wish_1').count()) {
      const numbers = (await this.values('wish_1')).filter(Boolean);
      this.wishes = [numbers.at(-1), numbers[0]];
      await this.choose('wish_1', this.wishes[0]);
      await this.choose('wish_2', this.wishes[1]);
    }
    const form = this.page.locator('main form', { has: this.page.locator('input[name=email]') });
    // The browser's own refusal would hide the page's.
    await form.evaluate((it) => { it.noValidate = true; });
    const answer = await this.submit(form);
    assert.equal(answer.status(), 422);
    assert.ok((await this.page.title()).startsWith(this.labels.faulty), `the title is “${await this.page.title()}”`);
    const link = this.page.locator('main a[href^="#"]:visible').filter({ hasText: /.+/ });
    const targets = await link.evaluateAll((all) => all.map((it) => ({
      text: it.textContent.trim(),
      field: document.getElementById(it.getAttribute('href').slice(1))?.name,
    })));
    const fault = targets.find((it) => it.field === 'email');
    assert.ok(fault, `the summary links to the field: ${JSON.stringify(targets)}`);
    const field = await this.field('email').evaluate((it) => ({
      invalid: it.getAttribute('aria-invalid'),
      beside: (it.getAttribute('aria-describedby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' '),
    }));
    assert.equal(field.invalid, 'true');
    assert.ok(field.beside.includes(fault.text), `“${fault.text}” stands at the field too: “${field.beside}”`);
    for (const [name, value] of Object.entries(this.typed)) assert.equal(await this.field(name).inputValue(), value, `${name} is kept`);
    for (const [name, value] of Object.entries(this.chose)) assert.equal(await this.chosen(name), value, `${name} is kept`);
    await this.choose('language', this.language);
    if (this.wishes.length) assert.deepEqual([await this.chosen('wish_1'), await this.chosen('wish_2')], this.wishes);
    return fault.text;
  }

  async sendValid() {
    await this.field('email').fill(this.email);
    for (const name of await this.page.locator('main form [name^=choice_]').evaluateAll((all) => [...new Set(all.map((it) => it.name))])) {
      await this.choose(name, (await this.values(name)).find(Boolean));
    }
    const form = this.page.locator('main form', { has: this.page.locator('input[name=email]') });
    await this.submit(form);
    this.receipt = this.page.url();
    assert.equal(await this.page.locator('main[data-outcome=accepted]').count(), 1);
    const strangers = await this.context.browser().newContext({ javaScriptEnabled: false });
    const again = await strangers.newPage();
    assert.equal((await again.goto(this.receipt)).status(), 200, 'readable again without a cookie');
    const source = await again.content();
    const text = await again.locator('main').innerText();
    await strangers.close();
    assert.ok(text.includes(this.title), 'the receipt names the event');
    for (const secret of [this.name, this.email, 'Byalaget']) assert.ok(!source.includes(secret), `the receipt shows ${secret}`);
    assert.doesNotMatch(source, new RegExp(this.words.personal.source.replace('$', '"')), 'the receipt shows the personal link');
    assert.deepEqual(await this.context.cookies(), [], 'no cookie for a visitor');
  }

  async readMail() {
    const mail = await this.mailbox.next(this.email);
    assert.match(mail.links[0] ?? '', this.words.personal, 'the first link is the personal one');
    this.personal = mail.links[0];
    assert.ok(mail.text.includes(this.title), 'it names the event');
    assert.ok(mail.html, 'it has HTML beside the text');
    assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
    assert.ok(mail.messageId && mail.replyTo, 'Message-ID and Reply-To');
    assert.equal(mail.to.value.length, 1, 'one recipient');
    const calendar = mail.attachments.find((it) => it.contentType === 'text/calendar');
    assert.ok(calendar, 'a calendar file comes with it');
    const token = new URL(this.personal).pathname.split('/').at(-1);
    assert.ok(!calendar.content.toString('utf8').includes(token), 'the personal link is not in the calendar file');
    return mail.subject;
  }

  async openPersonalPage() {
    const answer = await this.page.goto(this.personal);
    const headers = answer.headers();
    assert.equal(answer.status(), 200);
    assert.match(headers['cache-control'] ?? '', /no-store/);
    assert.equal(headers['referrer-policy'], 'no-referrer');
    const robots = `${headers['x-robots-tag'] ?? ''} ${await this.page.locator('meta[name=robots]').evaluateAll((all) => all.map((it) => it.content).join(' '))}`;
    assert.match(robots, /noindex/);
    const text = await this.page.locator('main').innerText();
    assert.ok(text.includes(this.name), 'it shows the name as text');
    assert.ok(text.includes(this.title), 'it names the event');
  }

  async change() {
    await this.act(this.labels.change);
    await this.field('organisation').fill('Byalaget Västra');
    await this.submit(this.page.locator('main form', { has: this.page.locator('[name=organisation]') }));
    const answer = await this.page.goto(this.personal);
    assert.equal(answer.status(), 200);
    assert.ok((await this.page.locator('main').innerText()).includes('Byalaget Västra'), 'the change is shown');
  }

  async withdraw() {
    const link = this.page.locator('main a:visible').filter({ hasText: this.labels.withdraw }).first();
    if (await link.count()) {
      await link.click();
      const still = await new Client(this.instance.base).get(new URL(this.personal).pathname);
      assert.ok(still.text.includes('Byalaget Västra'), 'opening the page withdraws nobody');
    }
    const button = this.page.locator('main form button:visible').filter({ hasText: this.labels.withdraw }).first();
    const [answer] = await Promise.all([this.page.waitForNavigation(), button.click()]);
    assert.ok(answer.status() < 400, `withdrawing answers ${answer.status()}`);
    const after = await this.page.goto(this.personal);
    assert.ok(after.status() < 500);
    assert.equal(await this.page.locator('main form button:visible').filter({ hasText: this.labels.withdraw }).count(), 0, 'one cannot withdraw twice');
  }

  field(name) {
    return this.page.locator(`main form [name="${name}"]`).first();
  }

  /** The values a select or a group of radio buttons offers. */
  values(name) {
    return this.page.locator(`main form [name="${name}"]`).evaluateAll((all) =>
      all.flatMap((it) => (it.tagName === 'SELECT' ? [...it.options].map((option) => option.value) : [it.value])));
  }

  async choose(name, value) {
    const isSelect = await this.field(name).evaluate((it) => it.tagName === 'SELECT');
    if (isSelect) await this.field(name).selectOption(value);
    else await this.page.locator(`main form [name="${name}"][value="${value}"]`).check();
  }

  chosen(name) {
    return this.page.locator(`main form [name="${name}"]`).evaluateAll((all) =>
      all.find((it) => it.tagName === 'SELECT' || it.checked)?.value ?? '');
  }

  /** Follows the link, or opens the disclosure, with this text. */
  async act(text) {
    const target = this.page.locator('main :is(a, summary):visible').filter({ hasText: text }).first();
    if (await target.count()) await target.click();
  }

  async submit(form) {
    const button = form.locator('button:not([type=button]):not([type=reset]), input[type=submit]').first();
    const [answer] = await Promise.all([this.page.waitForNavigation(), button.click()]);
    return answer;
  }
}
