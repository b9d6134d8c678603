/** Something the user can read. */
export class Problem extends Error {
  constructor(message, signedOut = false) {
    super(message);
    this.signedOut = signedOut;
  }
}

/** Fetches from the ERP. Problems carry a message to show as it is. */
export const get = (path) => request(path, {});

/** Writes a text. The header is one that a form of another site cannot send. */
export const put = (path, text) => request(path, {
  method: 'PUT', body: text, headers: { 'Content-Type': 'text/plain;charset=UTF-8', 'X-Requested-With': 'erp' },
});

async function request(path, options) {
  let response;
  try {
    response = await fetch(`api/${path}`, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  } catch {
    throw new Problem('The ERP does not answer. Check the connection and try again.');
  }
  if (response.status === 204) return undefined;
  const json = (response.headers.get('Content-Type') ?? '').startsWith('application/json');
  if (response.status === 401 || (response.ok && !json)) {
    // An ended session answers with the sign-in page.
    throw new Problem('You are signed out.', true);
  }
  if (!response.ok) {
    const problem = json ? await response.json() : {};
    throw new Problem(problem.message ?? `The ERP could not answer (${response.status}).`);
  }
  return response.json();
}
