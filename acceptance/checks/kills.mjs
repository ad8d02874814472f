// kill -9 under load: what got its receipt is there after the restart, with its mail.

import { strict as assert } from 'node:assert';
import { Client } from '../http.mjs';
import { Instance } from '../instance.mjs';
import { Mailbox, read } from '../mail.mjs';
import { eventually } from '../suite.mjs';
import { answers, openEvent, registrationForm } from '../visitor.mjs';

const WRITERS = 16;
/** The mail is in the folder this soon after the first 200 of `/health`. */
const MAIL_WITHIN = 5000;

/** `engine` is `{ name, database }`. */
export async function kills(suite, binary, engine, points) {
  await suite.check(`kill -9 at ${points} points under load, ${engine.name}: nothing acknowledged is lost`, async () => {
    const instance = await Instance.start({
      binary,
      name: 'kill',
      demo: true,
      database: engine.database,
      environment: { SAMVERK_LIMITS__WRITES_PER_MINUTE: '0' },
    });
    try {
      return await rounds(instance, points);
    } finally {
      await instance.kill();
    }
  });
}

async function rounds(instance, points) {
  const mailbox = new Mailbox(instance.mail);
  const { form: address } = await openEvent(new Client(instance.base));
  const form = registrationForm((await new Client(instance.base).get(address)).text);
  let number = 0;
  let acknowledged = 0;
  let unanswered = 0;
  let slowest = 0;
  for (let point = 0; point < points; point += 1) {
    const receipts = new Map();
    let dead = false;
    const client = new Client(instance.base, { connections: WRITERS });
    const writer = async () => {
      while (!dead) {
        const email = `kill.${(number += 1)}@example.org`;
        try {
          const values = answers(form, { name: 'Alva Mitt i Allt', email });
          const answer = await client.post(address, values);
          if (answer.status !== 303) throw new Error(`a registration is answered ${answer.status}`);
          receipts.set(email, answer.headers.location);
        } catch (error) {
          if (!/ECONN|socket hang up|EPIPE/.test(`${error.code} ${error.message}`)) throw error;
          unanswered += 1;
          return;
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, writer);
    // From the first milliseconds of a burst to its full swing, spread evenly over the points.
    await new Promise((resolve) => setTimeout(resolve, 20 + (580 * point) / points));
    await instance.kill();
    dead = true;
    await Promise.all(writers);
    client.close();

    slowest = Math.max(slowest, await instance.start());
    const missing = () => {
      mailbox.look();
      const written = new Set(mailbox.all().map((it) => it.to));
      return [...receipts.keys()].filter((email) => !written.has(email));
    };
    await eventually(`the mails of ${missing().length} acknowledged registrations (point ${point})`, MAIL_WITHIN, () => missing().length === 0);
    acknowledged += receipts.size;
    await judgeRegistrations(instance, mailbox, receipts);
  }
  const ids = mailbox.all().map((it) => it.id);
  assert.equal(new Set(ids).size, ids.length, 'a mail sent again replaces its file');
  assert.ok(acknowledged > points, `only ${acknowledged} registrations were acknowledged`);
  return `${acknowledged} acknowledged, ${unanswered} cut off, 0 lost, slowest restart ${Math.round(slowest)} ms`;
}

/** Each receipt is readable, and the personal link of some of the mails opens. */
async function judgeRegistrations(instance, mailbox, receipts) {
  const client = new Client(instance.base);
  const all = [...receipts];
  await Promise.all(all.map(async ([email, receipt]) => {
    const answer = await client.get(receipt);
    assert.equal(answer.status, 200, `the receipt of ${email} answers ${answer.status}`);
  }));
  for (const [email] of all.slice(-5)) {
    const mail = await read(mailbox.to(email)[0].file);
    const page = await client.get(new URL(mail.links[0]).pathname);
    assert.equal(page.status, 200, `the personal page of ${email} answers ${page.status}`);
    assert.ok(page.text.includes('Alva Mitt i Allt'));
  }
  client.close();
}
