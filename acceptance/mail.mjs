// The mail folder as its reader sees it.

import fs from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { eventually } from './suite.mjs';

/** Reads a folder again and again, each file once. Files are written aside and renamed, so a name is a whole mail. */
export class Mailbox {
  #folder;
  #seen = new Map();

  constructor(folder) {
    this.#folder = folder;
  }

  /** Looks for files not seen before. */
  look() {
    if (!fs.existsSync(this.#folder)) return;
    for (const name of fs.readdirSync(this.#folder)) {
      if (!name.endsWith('.eml') || this.#seen.has(name)) continue;
      const source = fs.readFileSync(path.join(this.#folder, name));
      const [head] = source.toString('latin1').split('\r\n\r\n', 1);
      const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
      const to = /^To:.*?([^\s<>,]+@[^\s<>,]+)/im.exec(unfolded)?.[1]?.toLowerCase();
      const id = /^Message-ID:\s*(\S+)/im.exec(unfolded)?.[1];
      this.#seen.set(name, { name, to, id, file: path.join(this.#folder, name) });
    }
  }

  all() {
    this.look();
    return [...this.#seen.values()];
  }

  to(email) {
    return this.all().filter((it) => it.to === email.toLowerCase());
  }

  /** The newest mail to somebody, read whole, waited for up to `milliseconds`. `after` is how many were there before. */
  async next(email, { after = 0, milliseconds = 5500 } = {}) {
    const found = await eventually(`a mail to ${email}`, milliseconds, () => {
      const here = this.to(email);
      return here.length > after && here.sort((a, b) => (a.name < b.name ? -1 : 1)).at(-1);
    });
    return read(found.file);
  }
}

export async function read(file) {
  const source = fs.readFileSync(file);
  const mail = await simpleParser(source);
  return { ...mail, source, links: mail.text?.match(/https?:\/\/[^\s<>]+/g) ?? [] };
}
