import { language, t } from './i18n.js';

/** A refusal in words for an admin. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

const API = new URL('../api/v1/admin/', document.baseURI).href;

/** body: what becomes JSON, or text that is JSON already */
async function send(method, path, body) {
  const response = await ask(method, path, body, 'application/json');
  return response.status === 204 ? {} : response.json().catch(() => ({}));
}

/** A response that is not a refusal. */
async function ask(method, path, body, accept) {
  let response;
  try {
    response = await fetch(API + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: accept,
        'Accept-Language': language,
        'X-Requested-With': 'erp-assistant',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new Refused(0, t('unreachable'));
  }
  if (response.ok) return response;
  const { detail } = await response.json().catch(() => ({}));
  throw new Refused(response.status, detail ?? t('refusedWith', { status: String(response.status) }));
}

const get = (path) => send('GET', path);
const post = (path, body) => send('POST', path, body);

/** Parameters that have a value. */
function query(parameters) {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [value ?? ''].flat().map((one) => [name, String(one)]));
  return new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString();
}

/** The three production metrics; of the current month if none is named, of what its slices have in common if some are. */
export function metrics(month, only = {}) {
  const asked = new URLSearchParams({ ...(month ? { month } : {}), ...only }).toString();
  return get(`metrics${asked && `?${asked}`}`);
}

/** Where a month's report for accounting is. */
export const reportAddress = (month) => `${API}report?month=${month}&format=csv`;
/** month, and slices of it; all calls without. */
export const calls = async (search, offset, limit) => (await get(`calls?${new URLSearchParams({ ...search, offset, limit })}`)).calls;
export const configuration = async () => (await get('config')).config;
export const providers = async () => (await get('providers')).providers;
export const budgets = () => get('budgets');

/** The events of the stream test, with the milliseconds at which each was sent and at which it arrived here. */
export async function beats() {
  const { body } = await ask('GET', 'stream-test', undefined, 'text/event-stream');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const events = [];
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop();
    for (const line of lines.filter((one) => one.startsWith('data: '))) {
      events.push({ sent: JSON.parse(line.slice(6)).millis, arrived: performance.now() });
    }
  }
  return events;
}

export const audit = async (search, offset, limit) => (await get(`audit?${query({ ...search, offset, limit })}`)).questions;
/** One question with the names of what its prompt held. */
export const question = (call) => get(`audit/${encodeURIComponent(call)}`);
/** Where what is found is as a file. */
export const auditAddress = (search) => `${API}audit?${query({ ...search, format: 'csv' })}`;

export const prices = () => get('prices');
export const rerate = (month, apply, prices) => post(`rerate?month=${month}`, { apply, ...(prices ? { prices } : {}) });

export const switches = () => get('switches');
export const setSwitch = (change) => post('switches', change);

export const rehearsal = (asked) => get(`rehearsal?${query({ ...asked, language })}`);
export const rehearsalOfList = (asked) => get(`rehearsal/list?${query({ ...asked, language })}`);
export const mappings = async () => (await get('mappings')).mappings;
export const describe = (dataSource, table) => get(`describe?${query({ dataSource, table })}`);

export const templates = () => get('templates');
export const render = (asked) => post('templates/render', asked);

export const feedback = (search) => get(`feedback?${query(search)}`);
export const cases = () => get('evaluation/cases');
export const addCase = (one) => post('evaluation/cases', one);
export const removeCase = (id) => send('DELETE', `evaluation/cases/${encodeURIComponent(id)}`);
export const runs = async () => (await get('evaluation/runs')).runs;
export const run = (id) => get(`evaluation/runs/${encodeURIComponent(id)}?answers=true`);
export const startRun = (asked) => post('evaluation/runs', asked);
/** Judges the answers of a file, which is told as it is: the server says what is wrong with it. */
export const judgeRecording = (text) => post('evaluation/recordings', text);
/** Where the answers of a variant are as a file. */
export const recordingAddress = (id, variant) => `${API}evaluation/runs/${encodeURIComponent(id)}/recording?variant=${variant}`;
export const endRun = (id) => send('DELETE', `evaluation/runs/${encodeURIComponent(id)}`);
