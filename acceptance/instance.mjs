// One running Samverk on a folder and a port of its own.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { signIn } from './desk.mjs';
import { Client } from './http.mjs';
import { eventually } from './suite.mjs';

const run = promisify(execFile);
const running = new Set();
const folders = new Set();
const databases = new Set();

/** Everything we started, stopped and erased; called at the end and on interruption. */
export async function stopAll() {
  await Promise.all([...running].map((instance) => instance.stop().catch(() => instance.kill())));
  for (const url of databases) await dropDatabase(url).catch((error) => console.error(String(error)));
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
  databases.clear();
  folders.clear();
}

export function temporaryFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `samverk-${name}-`));
  folders.add(folder);
  return folder;
}

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A new, empty database in the server at `server`; its address. */
export async function makeDatabase(server, name) {
  const database = `${name}_${process.pid}_${databases.size}`;
  await run('psql', ['--quiet', '--no-psqlrc', server, '--command', `CREATE DATABASE ${database}`]);
  const url = new URL(server);
  url.pathname = `/${database}`;
  databases.add(url.href);
  return url.href;
}

async function dropDatabase(address) {
  const url = new URL(address);
  const database = url.pathname.slice(1);
  url.pathname = '/postgres';
  await run('psql', ['--quiet', '--no-psqlrc', url.href, '--command', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`]);
}

export class Instance {
  #child;
  #options;
  output = '';

  /** `options`: binary, name, demo, database, environment, now. */
  static async start(options) {
    const instance = new Instance();
    instance.#options = options;
    instance.data = path.join(temporaryFolder(options.name ?? 'instance'), 'data');
    instance.base = `http://127.0.0.1:${await freePort()}`;
    await instance.start();
    return instance;
  }

  /** Another server on the same database, with a folder of its own and the same key. */
  async twin() {
    const twin = new Instance();
    twin.#options = { ...this.#options, demo: false };
    twin.data = path.join(temporaryFolder('twin'), 'data');
    fs.mkdirSync(twin.data);
    fs.copyFileSync(path.join(this.data, 'key'), path.join(twin.data, 'key'));
    twin.base = `http://127.0.0.1:${await freePort()}`;
    await twin.start();
    return twin;
  }

  get mail() {
    return path.join(this.data, 'mail');
  }

  get id() {
    return this.#child.pid;
  }

  /** Starts it (again) on the folder, the database and the port it has; returns milliseconds to the first 200. */
  async start() {
    const { demo, now } = this.#options;
    const words = ['serve', ...this.#where(), '--listen', new URL(this.base).host];
    if (demo) words.push('--demo');
    if (now) words.push('--now', now);
    const from = performance.now();
    const child = spawn(this.#options.binary, words, { env: this.#environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    running.add(this);
    const ended = new Promise((resolve) => {
      child.once('error', (error) => resolve(`could not be started: ${error.message}`));
      child.once('exit', (code, signal) => resolve(`ended with ${code ?? signal}`));
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        this.output = (this.output + chunk).slice(-100_000);
      });
    }
    let over;
    ended.then((how) => {
      over = how;
      running.delete(this);
    });
    const client = new Client(this.base);
    await eventually('/health answers 200', 60_000, async () => {
      if (over) throw new Error(`the binary ${over}\n${this.output.slice(-2000)}`);
      return client.get('/health').then((answer) => answer.status === 200, () => false);
    });
    client.close();
    return performance.now() - from;
  }

  /** SIGTERM, and what it ended with: 0 when it drained. */
  async stop() {
    return this.#end('SIGTERM');
  }

  /** `kill -9`. */
  async kill() {
    return this.#end('SIGKILL');
  }

  async #end(signal) {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.kill(signal);
    const [code] = await ended;
    clearTimeout(patience);
    running.delete(this);
    return code;
  }

  /** Runs another command of the binary on this instance; its standard output. */
  async command(...words) {
    const { stdout } = await run(this.#options.binary, [...words, ...this.#where()], { env: this.#environment() });
    return stdout;
  }

  /** A client that is signed in: the link is printed, opened, and confirmed by its button. */
  async signIn(email = 'admin@example.org') {
    return signIn(this.base, (await this.command('sign-in', email)).trim());
  }

  #where() {
    const { database } = this.#options;
    return ['--data', this.data, ...(database ? ['--database', database] : [])];
  }

  #environment() {
    return { ...process.env, ...this.#options.environment };
  }
}
