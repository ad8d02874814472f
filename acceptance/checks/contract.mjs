// What others script against, asked over plain HTTP: outcomes, statuses, headers, cookies.

import { strict as assert } from 'node:assert';
import net from 'node:net';
import { filled, outcome } from '../html.mjs';
import { Client } from '../http.mjs';
import { eventually } from '../suite.mjs';
import { Mailbox } from '../mail.mjs';
import { WORDS, answers, events, linkedData, main, openEvent, register, registrationForm } from '../visitor.mjs';

export async function contract(suite, instance) {
  const client = new Client(instance.base);
  const mailbox = new Mailbox(instance.mail);

  await suite.check('contract: lists, event pages and their linked data, sv and en', async () => {
    let pages = 0;
    for (const language of ['sv', 'en']) {
      const coming = await events(client, language);
      const past = await events(client, language, { past: true });
      assert.ok(coming.length + past.length >= 12, `${coming.length} coming and ${past.length} past events`);
      assert.ok(past.length > 0, 'no past event');
      const starts = [];
      for (const path of [...coming, ...past]) {
        const page = await client.get(path);
        assert.equal(page.status, 200, path);
        const event = linkedData(page.text);
        assert.match(event.startDate, /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z))?$/, `${path}: startDate has its offset`);
        if (coming.includes(path)) starts.push(Date.parse(event.startDate));
        pages += 1;
      }
      assert.deepEqual(starts, [...starts].sort((a, b) => a - b), `${language}: coming events, soonest first`);
    }
    return `${pages} pages`;
  });

  await suite.check('contract: full, closed and cancelled forms are shown with 200 and refuse with 409', async () => {
    const seen = new Map();
    for (const past of [false, true]) {
      for (const path of await events(client, 'sv', { past })) {
        const address = `${path}/${WORDS.sv.form}`;
        const page = await client.get(address);
        assert.ok(page.status === 200 || page.status === 404, `${address} answers ${page.status}`);
        const shown = outcome(page.text);
        if (page.status === 404 || shown === undefined) continue;
        assert.match(shown, /^(full|closed|not-open)$/);
        seen.set(shown, (seen.get(shown) ?? 0) + 1);
        const post = await client.post(address, { name: 'Tord Lid', email: 'tord.lid@example.org' });
        assert.equal(post.status, 409, `POST ${address}`);
        assert.equal(outcome(post.text), shown);
      }
    }
    for (const wanted of ['full', 'closed']) assert.ok(seen.has(wanted), `no ${wanted} event in the demo`);
    return [...seen].map(([name, count]) => `${count} ${name}`).join(', ');
  });

  await suite.check('contract: the same form twice gives one receipt and one mail', async () => {
    const { form: address } = await openEvent(client);
    const form = registrationForm((await client.get(address)).text);
    const email = 'dubbel.klick@example.org';
    const sent = filled(form, answers(form, { name: 'Dubbel Klick', email }));
    assert.ok(sent.get('form_key'), 'the form carries a form_key');
    const [first, second] = await Promise.all([client.post(address, sent), client.post(address, sent)]);
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.equal(second.headers.location, first.headers.location);
    const again = registrationForm((await client.get(address)).text).fields.find((it) => it.name === 'form_key').value;
    assert.notEqual(again, sent.get('form_key'), 'a new key each time the form is shown');
    await mailbox.next(email);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(mailbox.to(email).length, 1, 'mails');
  });

  await suite.check('contract: a second form for the same e-mail gives the same kind of receipt and one more mail', async () => {
    const { form } = await openEvent(client);
    const first = await register(client, form, { name: 'Åsa Två', email: 'asa.tva@example.org' });
    await mailbox.next('asa.tva@example.org');
    const second = await register(client, form, { name: 'Åsa Två', email: ' Asa.Tva@example.org ' });
    assert.deepEqual([first.status, second.status], [303, 303]);
    const receipt = await client.get(second.headers.location);
    assert.equal(outcome(receipt.text), 'accepted');
    const mail = await mailbox.next('asa.tva@example.org', { after: 1 });
    assert.match(mail.text, /\/sv\/anmalan\//);
  });

  await suite.check('contract: a post of another origin is refused, one without a word of its origin taken', async () => {
    const { form } = await openEvent(client);
    const fields = { name: 'Främmande Sida', email: 'frammande@example.org' };
    const foreign = await client.post(form, fields, { origin: 'https://elsewhere.example' });
    assert.equal(foreign.status, 403);
    const silent = new Client(instance.base);
    const values = answers(registrationForm((await client.get(form)).text), fields);
    const post = await silent.post(form, values, { origin: undefined });
    assert.equal(post.status, 303, 'a visitor’s form with neither header');
    silent.close();
  });

  await suite.check('contract: a visitor gets no cookie, and every page its protective headers', async () => {
    const { path, form } = await openEvent(client);
    for (const address of ['/sv', '/en', WORDS.sv.list, path, form]) {
      const page = await client.get(address);
      const csp = page.headers['content-security-policy'] ?? '';
      assert.match(csp, /default-src 'none'/, `${address}: content security policy`);
      assert.doesNotMatch(csp, /unsafe-inline|unsafe-eval|\*/, address);
      assert.equal(page.headers['x-content-type-options'], 'nosniff', address);
      assert.equal(page.headers['set-cookie'], undefined, `${address} sets a cookie`);
    }
  });

  await suite.check('contract: what is not there is 404, what is no form 4xx, never 5xx', async () => {
    const { form } = await openEvent(client);
    for (const address of ['/sv/evenemang/finns-inte', '/en/events/nowhere/registration', '/sv/anmalan/AAAA', '/finns/inte', `${form}/fel-kod`]) {
      const page = await client.get(address);
      assert.equal(page.status, 404, address);
      assert.ok(main(page.text).length > 20, `${address} says something`);
    }
    const bad = [
      ['name=%ff%fe&email=%zz', {}],
      ['{"name":1}', { 'content-type': 'application/json' }],
      [`name=${'x'.repeat(3_000_000)}`, {}],
      [{ name: '<script>alert(1)</script>', email: 'not an address' }, {}],
      [{ name: 'Vilse', email: 'vilse@example.org', sector: 'moon', municipality: '99999', wish_1: '4711', language: 'tlh' }, {}],
    ];
    for (const [body, headers] of bad) {
      const answer = await client.post(form, body, headers);
      assert.ok(answer.status >= 400 && answer.status < 500, `${JSON.stringify(body).slice(0, 60)} answers ${answer.status}`);
    }
  });

  await suite.check('contract: a line break in a name is no header of a mail, and HTML in it is text', async () => {
    const { form } = await openEvent(client);
    const email = 'radbrytning@example.org';
    const page = registrationForm((await client.get(form)).text);
    const name = 'Rad\r\nBcc: dold@example.org\r\n\r\n<b>Brytning</b>';
    const answer = await client.post(form, filled(page, answers(page, { name, email })));
    assert.ok(answer.status === 303 || answer.status === 422, `it answers ${answer.status}`);
    if (answer.status === 422) return 'refused';
    const mail = await mailbox.next(email);
    assert.equal(mail.bcc, undefined);
    assert.equal(mail.to.value.length, 1);
    assert.ok(!mail.html.includes('<b>Brytning</b>'), 'HTML in a name is shown as it was typed');
    assert.deepEqual(mailbox.to('dold@example.org'), []);
    return 'taken as one line';
  });

  await suite.check('contract: who says nothing, or half a request, is let go within 40 s', async () => {
    const { hostname, port } = new URL(instance.base);
    const silent = (said) => new Promise((resolve, reject) => {
      const from = Date.now();
      const socket = net.connect(Number(port), hostname, () => socket.write(said));
      socket.setTimeout(40_000, () => reject(new Error(`still open after 40 s, having said ${JSON.stringify(said)}`)));
      socket.on('data', () => {});
      socket.on('error', reject);
      socket.on('close', () => resolve(Date.now() - from));
    });
    const waits = await Promise.all(['', 'GET / HTTP/1.1\r\nHost: x\r\n', 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n'].map(silent));
    return `after ${waits.map((it) => `${Math.round(it / 1000)} s`).join(', ')}`;
  });

  await suite.check('contract: SIGTERM drains and ends with 0, and it starts again on its folder', async () => {
    assert.equal(await instance.stop(), 0);
    const milliseconds = await instance.start();
    const health = await eventually('health', 1000, () => client.get('/health'));
    assert.equal(health.status, 200);
    return `first 200 after ${Math.round(milliseconds)} ms`;
  });
  client.close();
}
