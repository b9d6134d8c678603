import { put } from './api.js';
import { element } from './dom.js';

/** A note that can be written and saved; the assistant can fill it in, a person saves it. */
export function note(api, record) {
  const text = element('textarea', { id: 'note', name: 'note', rows: 3, maxlength: 2000, 'data-assistant-field': 'note', 'data-assistant-insert': 'Note' });
  text.value = record.note ?? '';
  const said = element('span', { role: 'status', class: 'soft' });
  return element('form', {
    class: 'note', 'data-assistant-form': true,
    onsubmit: async (event) => {
      event.preventDefault();
      said.textContent = 'Saving…';
      try {
        await put(`${api}/${encodeURIComponent(new URLSearchParams(location.search).get('id'))}/note`, text.value);
        said.textContent = 'Saved.';
      } catch (problem) {
        said.textContent = problem.message;
      }
    },
    oninput: () => { said.textContent = ''; },
  },
  element('label', { for: 'note' }, 'Note'), text,
  element('div', { class: 'row' }, element('button', { type: 'submit' }, 'Save note'), said));
}
