import { get, Problem } from './api.js';
import { element } from './dom.js';
import { start } from './shell.js';

/** Shows one record and, beside it, the assistant that knows it. */
export function detail({ page, api, recordType, label, sheet }) {
  start(page, async (me) => {
    const id = new URLSearchParams(location.search).get('id');
    if (!id) throw new Problem('This record does not exist, or you may not see it.');
    const record = await get(`${api}/${encodeURIComponent(id)}`);
    const name = `${label} ${record.number}`;
    document.title = `${name} – NordWerk ERP`;
    // Beside the main content and not in it: the docked panel is a landmark of its own.
    document.getElementById('main').after(element('div', { class: 'assistant' }, element('erp-assistant', {
      endpoint: '/assistant',
      'record-type': recordType,
      'record-id': id,
      lang: navigator.language || 'en',
    })));
    return [element('div', { class: 'sheet' }, sheet(record, me))];
  });
}
