// Mail over SMTP to a server that is not ours.

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Client } from '../http.mjs';
import { Instance, freePort } from '../instance.mjs';
import { eventually } from '../suite.mjs';
import { openEvent, register } from '../visitor.mjs';

export async function smtp(suite, binary) {
  const port = await freePort();
  const environment = {
    SAMVERK_MAIL__TRANSPORT: 'smtp',
    SAMVERK_MAIL__SMTP__HOST: '127.0.0.1',
    SAMVERK_MAIL__SMTP__PORT: String(port),
    SAMVERK_MAIL__SMTP__SECURITY: 'none',
    SAMVERK_LIMITS__WRITES_PER_MINUTE: '0',
  };
  let instance;
  let sink;
  const client = () => new Client(instance.base);
  try {
    await suite.check('smtp: a registration is taken while the mail server is down, and its mail goes when it is up', async () => {
      instance = await Instance.start({ binary, name: 'smtp', demo: true, environment });
      const { form } = await openEvent(client());
      const answer = await register(client(), form, { name: 'Post Gång', email: 'post.gang@example.org' });
      assert.equal(answer.status, 303);
      sink = await listen(port);
      const mail = await eventually('the mail arrives', 120_000, () => sink.mails.find((it) => it.to.includes('post.gang@example.org')));
      const parsed = await simpleParser(mail.source);
      assert.ok(parsed.text && parsed.html && parsed.messageId);
      assert.ok(parsed.attachments.some((it) => it.contentType === 'text/calendar'));
      return parsed.subject;
    });
    if (!instance || !sink) return;
    await suite.check('smtp: fifty registrations, fifty mails, each once', async () => {
      const { form } = await openEvent(client());
      const emails = Array.from({ length: 50 }, (_, at) => `femtio.${at}@example.org`);
      const one = client();
      const answers = await Promise.all(emails.map((email) => register(one, form, { name: 'Femtio Till', email })));
      assert.ok(answers.every((it) => it.status === 303), `answers ${[...new Set(answers.map((it) => it.status))]}`);
      const from = Date.now();
      const count = (email) => sink.mails.filter((it) => it.to.includes(email)).length;
      await eventually('fifty mails', 60_000, () => emails.every((email) => count(email) > 0));
      const took = Date.now() - from;
      assert.ok(emails.every((email) => count(email) === 1), 'each mail once');
      one.close();
      return `${took} ms after the last answer`;
    });
    await suite.check('smtp: a refused recipient is not tried for ever and does not hold the others up', async () => {
      const { form } = await openEvent(client());
      sink.refuse.add('okand@example.org');
      await register(client(), form, { name: 'Okänd Mottagare', email: 'okand@example.org' });
      await register(client(), form, { name: 'Känd Mottagare', email: 'kand@example.org' });
      await eventually('the other mail', 20_000, () => sink.mails.some((it) => it.to.includes('kand@example.org')));
      const asked = sink.refused;
      assert.ok(asked >= 1, 'the refused one was tried');
      await new Promise((resolve) => setTimeout(resolve, 5000));
      assert.equal(sink.refused, asked, 'a permanent refusal is final');
    });
  } finally {
    await instance?.stop();
    sink?.server.close();
  }
}

async function listen(port) {
  const sink = { mails: [], refuse: new Set(), refused: 0 };
  sink.server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(address, _session, done) {
      if (!sink.refuse.has(address.address)) return done();
      sink.refused += 1;
      return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        sink.mails.push({ to: session.envelope.rcptTo.map((it) => it.address), source: Buffer.concat(chunks) });
        done();
      });
    },
  });
  sink.server.on('error', () => {});
  sink.server.listen(port, '127.0.0.1');
  await once(sink.server.server, 'listening');
  return sink;
}
