/** Builds an element. Attributes that are null or false are left out; children are nodes or text. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else {
      node.setAttribute(key, value === true ? '' : String(value));
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function card(title, ...children) {
  return element('section', { class: 'card' }, title && element('h2', {}, title), ...children);
}

/** A list of labelled values, each [label, field id, value, css class]; a value that is not set shows as a dash. */
export function fields(list, css = 'fields') {
  return element('dl', { class: css }, list.filter((field) => field).map(([label, id, value, kind]) =>
    element('div', { class: kind },
      element('dt', {}, label),
      element('dd', { 'data-assistant-field': id }, value ?? '–'))));
}

/**
 * A table of rows.
 * @param id of the rows in the record, or null
 * @param columns [label, cell id or null, cell content, css class]
 * @param key the key of a row in the record
 */
export function table(id, caption, columns, rows, key) {
  if (rows.length === 0) return element('p', { class: 'empty' }, 'None.');
  const cell = (row, index) => ([, field, content, css]) => element('td', {
    class: typeof css === 'function' ? css(row) : css,
    'data-assistant-field': id && field ? `${id}.${key(row, index)}.${field}` : null,
  }, content(row) ?? '–');
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element('table', {},
      element('caption', { class: 'hidden' }, caption),
      element('thead', {}, element('tr', {}, columns.map(([label, , , css]) =>
        element('th', { scope: 'col', class: typeof css === 'string' && css.includes('num') ? 'num' : null }, label)))),
      element('tbody', {}, rows.map((row, index) => element('tr', {}, columns.map(cell(row, index)))))));
}

export function link(page, reference, text) {
  return element('a', { href: `${page}.html?id=${encodeURIComponent(reference)}` }, text);
}
