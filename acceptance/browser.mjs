// Debian's Chromium, started the same way everywhere.

import fs from 'node:fs';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export function launch() {
  const wanted = process.env.SAMVERK_TEST_CHROMIUM;
  const executablePath = [wanted, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((it) => it && fs.existsSync(it));
  if (!executablePath) throw new Error('Chromium is missing: apt-get install -y chromium');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** `name=value` pairs as the browser wants them. */
export function cookiesFor(base, pairs) {
  return pairs.map((pair) => ({
    name: pair.slice(0, pair.indexOf('=')),
    value: pair.slice(pair.indexOf('=') + 1),
    url: new URL(base).origin,
  }));
}
