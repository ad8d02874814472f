// Pictures of every kind of page for people to look at, and the print view as PDF.

import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cookiesFor, launch } from '../browser.mjs';

const OUTPUT = fileURLToPath(new URL('../output', import.meta.url));
const SIZES = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } };

/** `pages` are `{ name, path, cookies }`; `print` is the address of a print view. */
export async function pictures(suite, instance, pages, print) {
  fs.rmSync(OUTPUT, { recursive: true, force: true });
  fs.mkdirSync(OUTPUT, { recursive: true });
  const browser = await launch();
  try {
    await suite.check('pictures: every kind of page at 1280 and 390 px, light and dark', async () => {
      for (const colorScheme of ['light', 'dark']) {
        for (const [width, viewport] of Object.entries(SIZES)) {
          for (const { name, path: address, cookies = [] } of pages) {
            const context = await browser.newContext({ viewport, colorScheme, locale: 'sv-SE', reducedMotion: 'reduce' });
            await context.addCookies(cookiesFor(instance.base, cookies));
            const page = await context.newPage();
            const answer = await page.goto(new URL(address, instance.base).href, { waitUntil: 'load' });
            assert.ok(answer.status() < 500, `${address} answers ${answer.status()}`);
            await page.evaluate(() => document.fonts.ready);
            await page.screenshot({ path: path.join(OUTPUT, `${name}-${width}-${colorScheme}.png`), fullPage: true });
            await context.close();
          }
        }
      }
      return `${pages.length * 4} in acceptance/output/`;
    });
    if (!print) return;
    await suite.check('pictures: the print view as PDF', async () => {
      const page = await browser.newPage();
      await page.goto(new URL(print, instance.base).href, { waitUntil: 'load' });
      const pdf = await page.pdf({ path: path.join(OUTPUT, 'print.pdf'), format: 'A4', printBackground: true });
      const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
      assert.ok(count >= 1 && count <= 6, `${count} pages`);
      await page.emulateMedia({ media: 'print' });
      const navigation = await page.locator('nav:visible').count();
      assert.equal(navigation, 0, 'no navigation on paper');
      return `${count} pages A4`;
    });
  } finally {
    await browser.close();
  }
}
