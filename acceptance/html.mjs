// Reading what our own pages hold: links, forms, text. It knows as much HTML as our templates use and
// is no parser for anybody else's pages; what a reader sees is judged in the browser.

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export function decoded(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(parseInt(decimal, 10));
    return ENTITIES[name] ?? whole;
  });
}

function attributes(source) {
  const found = {};
  for (const [, name, , quoted, single, bare] of source.matchAll(/([\w:-]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    found[name.toLowerCase()] = decoded(quoted ?? single ?? bare ?? '');
  }
  return found;
}

/** Every start tag of one of the named elements, in order: `{ tag, at, end, attributes }`. */
export function elements(html, ...names) {
  const pattern = new RegExp(`<(${names.join('|')})\\b((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'gi');
  return [...html.matchAll(pattern)].map((match) => ({
    tag: match[1].toLowerCase(),
    at: match.index,
    end: match.index + match[0].length,
    attributes: attributes(match[2]),
  }));
}

/** The addresses that a page links to, without fragments. */
export function links(html) {
  const hrefs = elements(html, 'a').map((it) => it.attributes.href);
  return [...new Set(hrefs.filter((href) => href && !href.startsWith('#')).map((href) => href.split('#')[0]))];
}

/** The text of the first element with this name. */
export function textOf(html, name) {
  const match = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, 'i').exec(html);
  return match ? plain(match[1]) : undefined;
}

export function plain(html) {
  return decoded(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, '')).replace(/\s+/g, ' ').trim();
}

/** What `<main data-outcome>` says. */
export function outcome(html) {
  return elements(html, 'main')[0]?.attributes['data-outcome'];
}

/**
 * The forms of a page: `{ action, method, enctype, fields, buttons }`. A field is
 * `{ name, type, value, checked, options }`, as the browser would send it untouched.
 */
export function forms(html) {
  return elements(html, 'form').map((form) => {
    const end = html.indexOf('</form>', form.end);
    const inside = html.slice(form.end, end < 0 ? undefined : end);
    const fields = [];
    const buttons = [];
    for (const element of elements(inside, 'input', 'select', 'textarea', 'button')) {
      const { name, type, value, disabled } = element.attributes;
      if (disabled !== undefined) continue;
      if (element.tag === 'button' || type === 'submit') {
        buttons.push({ name, value: value ?? '', action: element.attributes.formaction, type: type ?? 'submit' });
      } else if (!name) {
        continue;
      } else if (element.tag === 'input') {
        const ticked = element.attributes.checked !== undefined;
        fields.push({ name, type: type ?? 'text', value: value ?? (/^(checkbox|radio)$/.test(type) ? 'on' : ''), checked: ticked });
      } else if (element.tag === 'textarea') {
        fields.push({ name, type: 'textarea', value: decoded(inside.slice(element.end, inside.indexOf('</textarea>', element.end))).replace(/^\r?\n/, '') });
      } else {
        const list = inside.slice(element.end, inside.indexOf('</select>', element.end));
        const options = elements(list, 'option').map((it) => ({
          value: it.attributes.value ?? '',
          selected: it.attributes.selected !== undefined,
        }));
        fields.push({ name, type: 'select', value: (options.find((it) => it.selected) ?? options[0])?.value ?? '', options });
      }
    }
    const { action, method, enctype } = form.attributes;
    return { action: action ?? '', method: (method ?? 'get').toLowerCase(), enctype, fields, buttons };
  });
}

/** What the browser would send, with `values` typed in. An array gives a field several values. */
export function filled(form, values = {}) {
  const sent = new URLSearchParams();
  const typed = { ...values };
  for (const field of form.fields) {
    if (field.name in values) {
      if (!(field.name in typed)) continue;
      for (const value of [typed[field.name]].flat()) sent.append(field.name, String(value));
      delete typed[field.name];
    } else if (!/^(checkbox|radio)$/.test(field.type) || field.checked) {
      if (field.type !== 'file') sent.append(field.name, field.value);
    }
  }
  const unknown = Object.keys(typed);
  if (unknown.length) {
    throw new Error(`the form has no field ${unknown.join(', ')}; it has ${[...new Set(form.fields.map((it) => it.name))].join(', ')}`);
  }
  return sent;
}
