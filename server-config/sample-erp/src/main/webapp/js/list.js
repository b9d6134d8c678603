import { get } from './api.js';
import { element, grid } from './dom.js';
import { number } from './format.js';
import { message, start } from './shell.js';

/**
 * A searchable, sortable, paged list whose state is in the address.
 * @param columns [label, sort key or null, cell content, css class]; a function of who is signed in
 * @param statuses [value, label] for the filter
 * @param recordType whose list the assistant beside it knows; none if there is no assistant
 */
export function list({ page, api, title, statuses, columns, recordType }) {
  const state = new URLSearchParams(location.search);
  const body = element('div', {});
  const assistant = recordType && element('erp-assistant', {
    endpoint: '/assistant', 'record-type': recordType, lang: navigator.language || 'en',
  });
  let timer;
  let turns = 0;

  async function load(me) {
    const turn = ++turns;
    history.replaceState(null, '', state.size > 0 ? `?${state}` : location.pathname);
    assistant?.setAttribute('list-filter', listFilter());
    try {
      const result = await get(`${api}?${state}`);
      // Of two searches, the later one counts, whichever is answered first.
      if (turn !== turns) return;
      body.replaceChildren(table(columns(me), result, me), pages(result, me));
    } catch (problem) {
      if (turn === turns) body.replaceChildren(message(problem));
    }
  }

  const sorted = () => `${state.get('descending') === 'true' ? '-' : ''}${state.get('sort') ?? ''}`;

  /** The same rows in the assistant's words. */
  function listFilter() {
    const filter = new URLSearchParams();
    if (state.get('status')) filter.set('status', state.get('status'));
    if (state.get('search')) filter.set('search.contains', state.get('search'));
    if (state.get('sort')) filter.set('sort', sorted());
    return String(filter);
  }

  function set(me, changes) {
    for (const [key, value] of Object.entries(changes)) {
      if (value === '' || value === null) state.delete(key); else state.set(key, value);
    }
    return load(me);
  }

  function table(shown, result, me) {
    return grid(title, shown.map(([label, sort, content, css]) => ({ label, content, css, ...heading(label, sort, me) })),
      result.rows, { empty: 'Nothing found.', kind: 'scroll list' });
  }

  function heading(label, sort, me) {
    if (!sort) return {};
    const active = state.get('sort') === sort;
    const down = active && state.get('descending') === 'true';
    return {
      sorted: active && (down ? 'descending' : 'ascending'),
      heading: element('button', {
        type: 'button',
        onclick: async () => {
          await set(me, { sort, descending: active && !down ? 'true' : null, page: null });
          [...body.querySelectorAll('th button')].find((button) => button.textContent.startsWith(label))?.focus();
        },
      }, `${label}${active ? (down ? ' ↓' : ' ↑') : ''}`),
    };
  }

  function pages(result, me) {
    const first = result.page * result.pageSize;
    const last = first + result.rows.length;
    const go = (step) => () => set(me, { page: result.page + step || null });
    return element('div', { class: 'pages' },
      element('span', { role: 'status' }, result.total === 0 ? 'No rows' : `${number(first + 1)} to ${number(last)} of ${number(result.total)}`),
      element('div', {},
        element('button', { type: 'button', disabled: result.page === 0, onclick: go(-1) }, 'Previous'),
        element('button', { type: 'button', disabled: last >= result.total, onclick: go(1) }, 'Next')));
  }

  start(page, async (me) => {
    const search = element('input', {
      id: 'search', type: 'search', value: state.get('search') ?? '',
      oninput: () => {
        clearTimeout(timer);
        timer = setTimeout(() => set(me, { search: search.value.trim(), page: null }), 250);
      },
    });
    const choices = statuses(me);
    const status = element('select', {
      id: 'status', onchange: () => set(me, { status: status.value, page: null }),
    }, [['', 'All'], ...choices].map(([value, label]) =>
      element('option', { value, selected: value === (state.get('status') ?? '') }, label)));
    // Narrow windows show no column headings to press.
    const order = element('select', {
      id: 'order', onchange: () => set(me, { sort: order.value.replace('-', ''), descending: order.value.startsWith('-') ? 'true' : null, page: null }),
    }, [['', 'As usual'], ...columns(me).filter(([, sort]) => sort).flatMap(([label, sort]) => [[sort, `${label} ↑`], [`-${sort}`, `${label} ↓`]])]
      .map(([value, label]) => element('option', { value, selected: value === sorted() }, label)));
    await load(me);
    // Beside the main content and not in it: the docked panel is a landmark of its own.
    if (assistant) document.getElementById('main').after(element('div', { class: 'assistant' }, assistant));
    return [element('section', { class: 'card' },
      element('h1', {}, title),
      element('div', { class: 'filters', role: 'search' },
        element('div', { class: 'search' }, element('label', { for: 'search' }, 'Search'), search),
        choices.length > 0 && element('div', {}, element('label', { for: 'status' }, 'Show'), status),
        element('div', { class: 'order' }, element('label', { for: 'order' }, 'Sort by'), order)),
      body)];
  });
}
