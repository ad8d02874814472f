// Asking over plain HTTP, as a program does that nobody wrote a browser for. No redirect is followed
// and no header is added behind one's back; fetch() does both.

import http from 'node:http';

/** One who asks: keeps connections alive, and cookies if it is given any. */
export class Client {
  #agent;
  #cookies = new Map();

  constructor(base, { connections = 16 } = {}) {
    this.base = base;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  get(path, headers = {}) {
    return this.#ask('GET', path, headers, undefined);
  }

  /** Posts a form as a page of the same origin does. Text is sent as it stands; a header set to undefined is left out. */
  post(path, fields, headers = {}) {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    return this.#ask(
      'POST',
      path,
      { origin: this.base, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    );
  }

  /** Posts `[name, value]` pairs as multipart/form-data, as a form does that takes a file. */
  async postParts(path, pairs, headers = {}) {
    const form = new FormData();
    for (const [name, value] of pairs) form.append(name, value);
    const encoded = new Response(form);
    const body = Buffer.from(await encoded.arrayBuffer());
    return this.#ask('POST', path, { origin: this.base, 'content-type': encoded.headers.get('content-type'), ...headers }, body);
  }

  /** The cookies it holds, as `name=value` pairs. */
  get cookies() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`);
  }

  close() {
    this.#agent.destroy();
  }

  #ask(method, path, headers, body) {
    const url = new URL(path, this.base);
    headers = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    if (this.#cookies.size) headers = { ...headers, cookie: this.cookies.join('; ') };
    if (body !== undefined) headers = { ...headers, 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const request = http.request(url, { method, headers, agent: this.#agent, timeout: 30_000 }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          for (const cookie of answer.headers['set-cookie'] ?? []) this.#keep(cookie);
          const bytes = Buffer.concat(chunks);
          resolve({ status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString('utf8'), url: url.href });
        });
      });
      request.on('timeout', () => request.destroy(new Error(`no answer from ${url.href}`)));
      request.on('error', reject);
      request.end(body);
    });
  }

  #keep(line) {
    const [pair, ...attributes] = line.split(';');
    const name = pair.slice(0, pair.indexOf('=')).trim();
    const value = pair.slice(pair.indexOf('=') + 1).trim();
    const ended = attributes.some((it) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(it));
    if (ended || value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
