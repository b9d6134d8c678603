/** A refusal in words for an admin. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

const API = new URL('../api/v1/admin/', document.baseURI).href;

async function get(path) {
  let response;
  try {
    response = await fetch(API + path, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { Accept: 'application/json', 'X-Requested-With': 'erp-assistant' },
    });
  } catch {
    throw new Refused(0, 'The server does not answer. Check the connection and try again.');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body.detail ?? `The server answered ${response.status}.`);
  return body;
}

/** The three production metrics; of the current month if none is named. */
export const metrics = (month) => get(month ? `metrics?month=${month}` : 'metrics');
/** Where a month's report for accounting is. */
export const reportAddress = (month) => `${API}report?month=${month}&format=csv`;
export const calls = async (offset, limit) => (await get(`calls?offset=${offset}&limit=${limit}`)).calls;
export const configuration = async () => (await get('config')).config;
export const providers = async () => (await get('providers')).providers;
export const budgets = () => get('budgets');
