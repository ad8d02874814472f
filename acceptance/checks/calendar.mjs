// Calendar files, read by somebody else's reader.

import { strict as assert } from 'node:assert';
import ICAL from 'ical.js';
import { Client } from '../http.mjs';
import { events, linkedData } from '../visitor.mjs';

export async function calendar(suite, instance) {
  const client = new Client(instance.base);
  await suite.check('calendar: every event’s file is read by ical.js and says what the page says', async () => {
    let files = 0;
    const uids = { sv: new Map(), en: new Map() };
    for (const language of ['sv', 'en']) {
      for (const past of [false, true]) {
        for (const path of await events(client, language, { past })) {
          const answer = await client.get(`${path}.ics`);
          assert.equal(answer.status, 200, `${path}.ics`);
          assert.match(answer.headers['content-type'], /^text\/calendar/);
          const linked = linkedData((await client.get(path)).text);
          for (const uid of judge(answer.bytes, { linked, path })) uids[language].set(uid, path);
          files += 1;
        }
      }
    }
    assert.deepEqual([...uids.sv.keys()].sort(), [...uids.en.keys()].sort(), 'one event has one UID in both languages');
    return `${files} files`;
  });
  client.close();
}

/** Judges one file; its UIDs. */
export function judge(bytes, { linked, path }) {
  const source = bytes.toString('utf8');
  assert.doesNotMatch(source, /[^\r]\n/, `${path}: lines end with CRLF`);
  for (const line of bytes.toString('latin1').split('\r\n')) assert.ok(line.length <= 75, `${path}: ${line.length} octets in a line`);
  const file = new ICAL.Component(ICAL.parse(source));
  assert.equal(file.getFirstPropertyValue('version'), '2.0');
  assert.equal(file.getFirstPropertyValue('method'), 'PUBLISH');
  const zones = file.getAllSubcomponents('vtimezone').map((it) => it.getFirstPropertyValue('tzid'));
  const entries = file.getAllSubcomponents('vevent');
  assert.ok(entries.length > 0, `${path}: no VEVENT`);
  for (const zone of file.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const starts = [];
  for (const entry of entries) {
    const start = entry.getFirstProperty('dtstart');
    const zone = start.getParameter('tzid');
    if (start.type === 'date-time') {
      assert.equal(zone, 'Europe/Stockholm', `${path}: times carry their zone`);
      assert.ok(zones.includes(zone), `${path}: VTIMEZONE`);
    }
    const event = new ICAL.Event(entry);
    starts.push(event.startDate.toJSDate().getTime());
    assert.ok(event.endDate.compare(event.startDate) >= 0, `${path}: ends after it starts`);
    assert.ok(Number.isInteger(event.sequence), `${path}: SEQUENCE`);
    assert.ok(event.uid && entry.getFirstPropertyValue('dtstamp'), `${path}: UID and DTSTAMP`);
    assert.doesNotMatch(source, /anmalan\/[A-Za-z0-9_-]{20,}|METHOD:REQUEST|ATTENDEE/, `${path}: nothing personal`);
    const cancelled = /EventCancelled/.test(linked?.eventStatus ?? '');
    assert.equal(entry.getFirstPropertyValue('status') === 'CANCELLED', cancelled, `${path}: STATUS:CANCELLED when cancelled`);
  }
  if (linked?.startDate.includes('T')) {
    assert.equal(Math.min(...starts), Date.parse(linked.startDate), `${path}: the page and the file start together`);
  }
  return entries.map((it) => it.getFirstPropertyValue('uid'));
}
