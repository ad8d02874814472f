// Makes dist/: one style sheet, one script, two fonts and the favicon. Run it with `npm run build`.
//
// The style sheet is Designsystemet's components under a theme that its own token program makes from theme/, followed by
// our css/. What no rule uses is left out, since every byte here is on the way to the first line of text that a visitor
// reads. The same sources always give the same bytes: nothing here asks for the time, the machine or the network.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { bundle, transform } from 'lightningcss';
import postcss from 'postcss';

const here = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(here, ...parts);
const targets = { chrome: 111 << 16, firefox: 115 << 16, safari: (16 << 16) | (4 << 8) };

for (const made of ['build/tokens', 'build/theme', 'dist']) fs.rmSync(at(made), { recursive: true, force: true });
fs.mkdirSync(at('dist'), { recursive: true });

makeTheme();
const css = style();
fs.writeFileSync(at('dist/samverk.css'), css);
fs.copyFileSync(at('js/samverk.js'), at('dist/samverk.js'));
fs.copyFileSync(at('images/favicon.svg'), at('dist/favicon.svg'));
for (const font of ['source-sans-3', 'source-serif-4'])
  fs.copyFileSync(at(`node_modules/@fontsource-variable/${font}/files/${font}-latin-wght-normal.woff2`), at(`dist/${font}.woff2`));

for (const name of fs.readdirSync(at('dist')).sort()) {
  const bytes = fs.readFileSync(at('dist', name));
  console.log(`${name.padEnd(24)}${String(bytes.length).padStart(8)} B${String(zlib.gzipSync(bytes, { level: 9 }).length).padStart(8)} B gzip`);
}

/** Lets Designsystemet's program make the colour ramps, so that their contrast is guaranteed, and trims what it writes. */
function makeTheme() {
  const program = at('node_modules/@digdir/designsystemet/dist/bin/designsystemet.js');
  const config = at('theme/designsystemet.config.json');
  const run = (...args) => execFileSync(process.execPath, [program, 'tokens', ...args], { cwd: at('theme'), stdio: ['ignore', 'ignore', 'inherit'] });
  run('create', '--config', config);
  run('build', '--config', config, '-t', '../build/tokens', '-o', '../build/theme');
  const theme = postcss.parse(fs.readFileSync(at('build/theme/samverk.css'), 'utf8'));
  // Light and dark follow the visitor's own setting on every page, so the attribute that would choose one is not needed.
  theme.walkAtRules('media', rule => {
    if (rule.params.includes('light')) return rule.remove();
    // Paper is white, also for those whose screen is dark.
    rule.params = 'screen and (prefers-color-scheme: dark)';
    rule.walkRules(inner => { inner.selector = ':root'; });
  });
  theme.walkRules(rule => {
    if (/^\[data-color-scheme="dark"\]$|^\[data-typography="secondary"\]$/.test(rule.selector)) return rule.remove();
    rule.selectors = rule.selectors.filter(s => !/\[data-color-scheme/.test(s));
  });
  fs.writeFileSync(at('build/theme.css'), theme.toString());
}

function style() {
  const joined = bundle({ filename: at('css/samverk.css'), targets, minify: false, errorRecovery: false });
  const root = postcss.parse(joined.code.toString());
  // Rules for languages that we do not speak and for writing directions that we do not have.
  root.walkRules(rule => {
    const kept = rule.selectors.filter(s => !/:lang\((nb|nn|no)\)|:dir\(rtl\)/.test(s));
    if (kept.length === 0) rule.remove(); else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  dropUnusedProperties(root);
  root.walk(node => { if (node.nodes && node.nodes.length === 0 && node.type !== 'root') node.remove(); });
  return transform({ filename: 'samverk.css', code: Buffer.from(root.toString()), minify: true, targets }).code;
}

/** A custom property that no kept declaration reads, not even through another one, is dead weight. */
function dropUnusedProperties(root) {
  const reads = value => [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(m => m[1]);
  const definitions = new Map();
  const wanted = [];
  root.walkDecls(decl => {
    if (decl.prop.startsWith('--')) definitions.set(decl.prop, [...(definitions.get(decl.prop) ?? []), ...reads(decl.value)]);
    else wanted.push(...reads(decl.value));
  });
  const used = new Set();
  while (wanted.length) {
    const name = wanted.pop();
    if (used.has(name)) continue;
    used.add(name);
    wanted.push(...(definitions.get(name) ?? []));
  }
  root.walkDecls(/^--/, decl => { if (!used.has(decl.prop)) decl.remove(); });
}
