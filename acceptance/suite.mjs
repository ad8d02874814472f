// Counting checks: each prints one line, a check that throws has failed, and the last line adds up.

const started = Date.now();

export class Suite {
  passed = 0;
  failed = 0;
  #only;

  /** @param {string[]} only when not empty, checks whose name contains none of these words are left out */
  constructor(only = []) {
    this.#only = only;
  }

  /** Runs one check. What it returns is shown behind its name; what it throws makes it fail. */
  async check(name, run) {
    if (this.#only.length && !this.#only.some((word) => name.includes(word))) return undefined;
    const from = Date.now();
    try {
      const shown = await run();
      this.passed += 1;
      console.log(`ok    ${name}${typeof shown === 'string' ? `: ${shown}` : ''} (${seconds(from)} s)`);
      return shown;
    } catch (error) {
      this.failed += 1;
      console.log(`FAIL  ${name} (${seconds(from)} s)\n      ${sentence(error)}`);
      return undefined;
    }
  }

  /** Something outside of the checks broke; that counts whatever was asked for. */
  broke(name, error) {
    this.failed += 1;
    console.log(`FAIL  ${name}\n      ${sentence(error)}`);
  }

  /** A line that is no check: something was not there to be checked. */
  skip(sentence) {
    console.log(`skip  ${sentence}`);
  }

  step(sentence) {
    console.log(`      ${sentence} [${seconds(started)} s]`);
  }

  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    // Who asks for a check that does not exist has not seen it pass.
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

function seconds(from) {
  return ((Date.now() - from) / 1000).toFixed(1);
}

function sentence(error) {
  const text = error instanceof Error ? (error.code === 'ERR_ASSERTION' ? error.message : error.stack) : String(error);
  return text.split('\n').slice(0, 30).join('\n      ');
}

/** Asks again until `look` gives something, or fails with `what` after `milliseconds`. */
export async function eventually(what, milliseconds, look) {
  const until = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > until) throw new Error(`not within ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
