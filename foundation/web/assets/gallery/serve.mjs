// Shows the gallery on loopback, under the same content security policy as the product: `npm run build && npm run gallery`.
// In a page, {{> header}} takes in header.part.html, and {{card NAME 1,2,3,4,5}}, {{banner …}} and {{mix - …}} are drawn by
// foundation/web/src/weave.rs.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const port = Number(process.argv[2] ?? 8199);
const loom = path.join(here, '../build/weave');
const source = path.join(here, '../../src/weave.rs');

/** One drawing. A source newer than the loom is compiled first, so that a change is seen on reload. */
function weave(kind, name, shares) {
  if (!fs.existsSync(loom) || fs.statSync(loom).mtimeMs < fs.statSync(source).mtimeMs) {
    fs.mkdirSync(path.dirname(loom), { recursive: true });
    execFileSync('rustc', ['--edition', '2024', '-A', 'dead_code', '-o', loom, path.join(here, 'weave.rs')], { stdio: 'inherit' });
  }
  return execFileSync(loom, [kind, name, shares]).toString();
}

const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8' };
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'";

function fill(html) {
  return html
    .replace(/\{\{> (\w+)\}\}/g, (_, part) => fill(fs.readFileSync(path.join(here, `${part}.part.html`), 'utf8')))
    .replace(/\{\{(card|banner|mix) (\S+) ([\d,]+)\}\}/g, (_, kind, name, shares) => weave(kind, name, shares));
}

http.createServer((request, response) => {
  const name = path.basename(new URL(request.url, 'http://localhost').pathname) || 'index.html';
  const asset = request.url.startsWith('/assets/');
  const file = asset ? path.join(here, '../dist', name) : path.join(here, name);
  const type = types[path.extname(file)];
  if (!type || !fs.existsSync(file)) { response.writeHead(404).end(); return; }
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
  response.end(asset ? fs.readFileSync(file) : fill(fs.readFileSync(file, 'utf8')));
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/index.html`));
