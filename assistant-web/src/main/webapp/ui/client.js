import { sseEvents } from './sse.js';

const BY_STATUS = new Map([
  [400, 'question-invalid'],
  [401, 'not-signed-in'],
  [402, 'budget-reached'],
  [403, 'not-allowed'],
  [404, 'record-not-available'],
  [413, 'too-large'],
  [429, 'rate-limited'],
  [503, 'provider-unavailable'],
  [504, 'timeout'],
]);

/** Why there is no answer: a code of the contract, or one only the browser knows: `offline`, `network`, `cut` (no end). */
export class Problem extends Error {
  constructor(code, { detail = '', retryAfter = null, resetDate = null, status = 0 } = {}) {
    super(detail || code);
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
    this.resetDate = resetDate;
  }
}

export class Client {
  #api;

  constructor(endpoint) {
    this.#api = `${endpoint.replace(/\/+$/, '')}/api/v1`;
  }

  /** @param list a query string that says which rows of the type's list, or null for one record */
  async context({ type, id, list }, language, signal) {
    const of = encodeURIComponent;
    const path = list === null ? `/records/${of(type)}/${of(id)}/context` : `/lists/${of(type)}/context?${list}`;
    const response = await this.#send(path, { signal, headers: { Accept: 'application/json', 'Accept-Language': language } });
    return json(await response.text());
  }

  /** Yields the answer's events up to `done`; throws a Problem for all that is not an answer. */
  async *ask(question, signal) {
    const response = await this.#send('/answers', {
      signal,
      method: 'POST',
      headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
    });
    // A login page that a redirect led to.
    if (!contentType(response).startsWith('text/event-stream')) throw new Problem('not-signed-in');
    for await (const { type, data } of this.#events(response)) {
      if (type === 'error') throw problem(json(data), 'internal');
      yield { type, data: json(data) };
      if (type === 'done') return;
    }
    throw new Problem('cut');
  }

  /** Best effort: the closed connection says the same. */
  stop(answer) {
    this.#send(`/answers/${encodeURIComponent(answer)}`, { method: 'DELETE', keepalive: true }).catch(() => {});
  }

  async rate(answer, rating, reason) {
    await this.#send(`/answers/${encodeURIComponent(answer)}/feedback`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ rating, reason }),
    });
  }

  /** One's own conversations, newest first; null if the server keeps none. */
  async conversations(search, signal) {
    const query = search ? `?q=${encodeURIComponent(search)}` : '';
    const found = await this.#kept(`/conversations${query}`, signal);
    return found && (found.conversations ?? []);
  }

  /** A conversation with its turns, or null if it is gone. */
  conversation(id, signal) {
    return this.#kept(`/conversations/${encodeURIComponent(id)}`, signal);
  }

  /** Deletes one of one's own conversations, or all; what is gone already is no failure. */
  async forget(id) {
    try {
      await this.#send(id ? `/conversations/${encodeURIComponent(id)}` : '/conversations', { method: 'DELETE' });
    } catch (cause) {
      if (cause.status !== 404) throw cause;
    }
  }

  async #kept(path, signal) {
    try {
      const response = await this.#send(path, { signal, headers: { Accept: 'application/json' } });
      return json(await response.text());
    } catch (cause) {
      if (cause.status === 404) return null;
      throw cause;
    }
  }

  async #send(path, { headers = {}, ...options }) {
    let response;
    try {
      response = await fetch(this.#api + path, {
        credentials: 'same-origin',
        cache: 'no-store',
        headers: { ...headers, 'X-Requested-With': 'erp-assistant' },
        ...options,
      });
    } catch (cause) {
      throw unreached(cause, 'network');
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }

  async *#events(response) {
    try {
      yield* sseEvents(response.body);
    } catch (cause) {
      throw unreached(cause, 'cut');
    }
  }
}

const contentType = (response) => response.headers.get('Content-Type') ?? '';

function unreached(cause, code) {
  if (cause.name === 'AbortError' || cause instanceof Problem) return cause;
  return new Problem(navigator.onLine ? code : 'offline');
}

async function refusal(response) {
  const { status } = response;
  const code = BY_STATUS.get(status) ?? 'internal';
  if (!/[/+]json/.test(contentType(response))) return new Problem(code, { status });
  return problem(await response.json().catch(() => ({})), code, status);
}

function problem(body, code, status) {
  return new Problem(typeof body?.code === 'string' ? body.code : code, {
    status,
    detail: typeof body?.detail === 'string' ? body.detail : '',
    retryAfter: Number.isFinite(body?.retryAfter) ? body.retryAfter : null,
    resetDate: typeof body?.resetDate === 'string' ? body.resetDate : null,
  });
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('internal');
  }
}
