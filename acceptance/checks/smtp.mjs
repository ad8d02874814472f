// Mail over SMTP to a server that is not ours.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { filled, forms, plain } from '../html.mjs';
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
    SAMVERK_MAIL__SMTP__TIMEOUT_SECONDS: '3',
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
      const told = await letters(await instance.signIn(), form);
      assert.equal(told.refused, 1, told.text);
      assert.ok(told.text.includes('okand@example.org'), `the organiser sees who was not reached: ${told.text}`);
    });
    await suite.check('smtp: a mail that was taken without an answer is unknown, and sent again only when the organiser says so', async () => {
      const { form } = await openEvent(client());
      const email = 'tyst@example.org';
      sink.silent.add(email);
      await register(client(), form, { name: 'Tyst Mottagare', email });
      const organiser = await instance.signIn();
      const told = await eventually('the organiser sees an unknown mail', 20_000, async () => {
        const now = await letters(organiser, form);
        return now.unknown === 1 && now;
      });
      assert.ok(told.text.includes(email), told.text);
      await new Promise((resolve) => setTimeout(resolve, 8000));
      assert.equal(sink.unanswered, 1, 'it was not sent again by itself');
      sink.silent.delete(email);
      const again = told.forms.find((it) => it.text.includes(email));
      assert.ok(again, 'a button sends it again');
      const answer = await organiser.post(again.action, filled(again));
      assert.equal(answer.status, 303);
      await eventually('the mail arrives', 10_000, () => sink.mails.some((it) => it.to.includes(email)));
      const after = await eventually('it is counted as sent', 5000, async () => {
        const now = await letters(organiser, form);
        return now.unknown === 0 && now;
      });
      organiser.close();
      return after.tally;
    });
    await suite.check('smtp: while the mail server is down the organiser sees mails waiting, and they go when it is up', async () => {
      const { form } = await openEvent(client());
      await sink.close();
      const emails = ['vantar.1@example.org', 'vantar.2@example.org'];
      for (const email of emails) await register(client(), form, { name: 'Väntar Ännu', email });
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const organiser = await instance.signIn();
      const told = await letters(organiser, form);
      assert.equal(told.waiting, 2, told.text);
      sink = await listen(port);
      const arrived = (email) => sink.mails.filter((it) => it.to.includes(email)).length;
      await eventually('both arrive', 60_000, () => emails.every((email) => arrived(email) > 0));
      const after = await eventually('none waits', 5000, async () => {
        const now = await letters(organiser, form);
        return now.waiting === 0 && now;
      });
      assert.ok(emails.every((email) => arrived(email) === 1), 'each once');
      organiser.close();
      return after.tally;
    });
  } finally {
    await instance?.stop();
    await sink?.close();
  }
  for (const security of ['starttls', 'tls']) await safely(suite, binary, security);
}

/** Mail over a connection that nobody between us can read, signed in, to a server with an authority of its own. */
async function safely(suite, binary, security) {
  const folder = mkdtempSync(join(tmpdir(), 'samverk-smtp-'));
  const names = certificates(folder);
  const port = await freePort();
  const environment = {
    SAMVERK_MAIL__TRANSPORT: 'smtp',
    SAMVERK_MAIL__SMTP__HOST: 'localhost',
    SAMVERK_MAIL__SMTP__PORT: String(port),
    SAMVERK_MAIL__SMTP__SECURITY: security,
    SAMVERK_MAIL__SMTP__USER: 'samverk',
    SAMVERK_MAIL__SMTP__PASSWORD: 'hemligt nog',
    SAMVERK_MAIL__SMTP__TIMEOUT_SECONDS: '3',
  };
  const sink = await listen(port, {
    secure: security === 'tls',
    key: readFileSync(names.key),
    cert: readFileSync(names.certificate),
    authOptional: false,
    disabledCommands: [],
  });
  const sent = async (instance, email) => {
    const client = new Client(instance.base);
    const { form } = await openEvent(client);
    const answer = await register(client, form, { name: 'Säker Post', email });
    assert.equal(answer.status, 303);
    client.close();
    return form;
  };
  let instance;
  try {
    await suite.check(`smtp, ${security}: mails go to a server whose authority the configuration names, signed in`, async () => {
      instance = await Instance.start({ binary, name: `smtp-${security}`, demo: true, environment: { ...environment, SAMVERK_MAIL__SMTP__CA_FILE: names.authority } });
      await sent(instance, 'saker@example.org');
      const mail = await eventually('the mail arrives', 20_000, () => sink.mails.find((it) => it.to.includes('saker@example.org')));
      assert.deepEqual([mail.secure, mail.user], [true, 'samverk']);
      return sink.protocols.join(', ');
    });
    await instance?.stop();
    await suite.check(`smtp, ${security}: a server whose certificate nobody vouches for gets no mail, and the organiser sees it wait`, async () => {
      instance = await Instance.start({ binary, name: `smtp-${security}-foreign`, demo: true, environment });
      const form = await sent(instance, 'osaker@example.org');
      await new Promise((resolve) => setTimeout(resolve, 3000));
      assert.ok(!sink.mails.some((it) => it.to.includes('osaker@example.org')), 'nothing was handed over');
      const organiser = await instance.signIn();
      const told = await letters(organiser, form);
      organiser.close();
      assert.equal(told.waiting, 1, told.text);
      return told.tally;
    });
  } finally {
    await instance?.stop();
    await sink.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An authority of our own and a certificate by it for localhost, good for two days. */
function certificates(folder) {
  const names = { authority: join(folder, 'authority.pem'), key: join(folder, 'key.pem'), certificate: join(folder, 'certificate.pem') };
  const openssl = (...words) => execFileSync('openssl', words, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authorityKey = join(folder, 'authority-key.pem');
  const request = join(folder, 'request.pem');
  const extensions = join(folder, 'extensions.txt');
  writeFileSync(extensions, 'subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n');
  openssl('req', '-x509', ...key, '-keyout', authorityKey, '-out', names.authority, '-days', '2', '-subj', '/CN=An authority of our own');
  openssl('req', '-new', ...key, '-keyout', names.key, '-out', request, '-subj', '/CN=localhost');
  openssl('x509', '-req', '-in', request, '-CA', names.authority, '-CAkey', authorityKey, '-CAcreateserial', '-out', names.certificate, '-days', '2', '-extfile', extensions);
  return names;
}

/** What the organiser's page about an event says of its mails. */
async function letters(organiser, form) {
  const page = await organiser.get(form.replace('/sv/evenemang/', '/sv/organisera/evenemang/').replace(/\/anmalan$/, ''));
  assert.equal(page.status, 200);
  const at = page.text.indexOf('<section class="section" id="letters"');
  const section = page.text.slice(at, page.text.indexOf('</section>', at));
  const tally = /(\d+) skickade, (\d+) väntar, (\d+) kom inte fram, (\d+) okända/.exec(plain(section));
  assert.ok(tally, `the page tells how the mails went: ${plain(section)}`);
  const [sent, waiting, refused, unknown] = tally.slice(1).map(Number);
  const pieces = section.split('<li').slice(1);
  return { sent, waiting, refused, unknown, tally: tally[0], text: plain(section), forms: pieces.flatMap((it) => forms(it).map((form) => ({ ...form, text: plain(it) }))) };
}

/** A mail server that refuses some recipients, and never answers after the text of mails to others. */
async function listen(port, options = {}) {
  const sink = { mails: [], refuse: new Set(), refused: 0, silent: new Set(), unanswered: 0, protocols: [] };
  sink.server = new SMTPServer({
    authOptional: true,
    // A connection that waits for an answer that never comes is not waited for.
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    ...options,
    onSecure(socket, _session, done) {
      sink.protocols.push(socket.getProtocol());
      done();
    },
    onAuth(auth, _session, done) {
      if (auth.username === 'samverk' && auth.password === 'hemligt nog') return done(null, { user: auth.username });
      return done(new Error('who is that?'));
    },
    onRcptTo(address, _session, done) {
      if (!sink.refuse.has(address.address)) return done();
      sink.refused += 1;
      return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        if (session.envelope.rcptTo.some((it) => sink.silent.has(it.address))) {
          sink.unanswered += 1;
          return;
        }
        sink.mails.push({ to: session.envelope.rcptTo.map((it) => it.address), source: Buffer.concat(chunks), secure: session.secure, user: session.user });
        done();
      });
    },
  });
  sink.server.on('error', () => {});
  sink.close = () => new Promise((resolve) => sink.server.close(resolve));
  sink.server.listen(port, '127.0.0.1');
  await once(sink.server.server, 'listening');
  return sink;
}
