// The server is never silent for more than 2 s.
const SILENCE_MS = 60_000;

/** Parses server-sent events as the HTML standard (9.2.6) does; an event without its blank line never happened. */
export class SseParser {
  #buffer = '';
  #afterCr = false;
  #event = '';
  #data = [];

  /** Yields the events that the next piece, cut anywhere, completes. */
  *push(text) {
    if (text === '') return;
    // The LF of a CRLF that was cut in two.
    this.#buffer += this.#afterCr && text.startsWith('\n') ? text.slice(1) : text;
    this.#afterCr = text.endsWith('\r');
    const lines = this.#buffer.split(/\r\n|\r|\n/);
    this.#buffer = lines.pop();
    for (const line of lines) {
      const event = this.#line(line);
      if (event) yield event;
    }
  }

  #line(line) {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event = value;
    if (field === 'data') this.#data.push(value);
    return null;
  }

  #dispatch() {
    const event = this.#data.length > 0 ? { type: this.#event || 'message', data: this.#data.join('\n') } : null;
    this.#event = '';
    this.#data = [];
    return event;
  }
}

/** A connection that lost its other end is silent, and waits for ever. */
async function soon(promise) {
  let timer;
  const silence = new Promise((_, reject) => (timer = setTimeout(reject, SILENCE_MS, new Error('silent'))));
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Leaving the loop early closes the connection. */
export async function* sseEvents(body) {
  const parser = new SseParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await soon(reader.read());
      if (done) return;
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
