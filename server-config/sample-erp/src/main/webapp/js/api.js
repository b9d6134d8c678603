/** Something the user can read. */
export class Problem extends Error {
  constructor(message, signedOut = false) {
    super(message);
    this.signedOut = signedOut;
  }
}

/** Fetches from the ERP. Problems carry a message to show as it is. */
export async function get(path) {
  let response;
  try {
    response = await fetch(`api/${path}`, { headers: { Accept: 'application/json' } });
  } catch {
    throw new Problem('The ERP does not answer. Check the connection and try again.');
  }
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
