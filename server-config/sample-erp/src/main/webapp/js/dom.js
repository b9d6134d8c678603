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
  return grid(caption, columns.map(([label, , content, css]) => ({ label, content, css })), rows, {
    // Many rows are shown closer where the window is narrow.
    kind: rows.length > 12 ? 'scroll list' : 'scroll',
    field: (row, index, column) => id && columns[column][1] ? `${id}.${key(row, index)}.${columns[column][1]}` : null,
  });
}

/**
 * A table that shows each row as a card where the window is narrow: each cell then carries its column's label. The roles are
 * written out because a browser forgets them with the table's layout.
 * @param columns {label, content, css, heading, sorted}; a heading is a node in the label's place
 * @param options.field the id of a cell's field; options.empty what is said if there are no rows; options.kind its css classes
 */
export function grid(caption, columns, rows, { field = () => null, empty = 'None.', kind = 'scroll' } = {}) {
  const css = (column, row) => typeof column.css === 'function' ? column.css(row) : column.css;
  return element('div', { class: kind, tabindex: 0, role: 'region', 'aria-label': caption },
    element('table', { role: 'table' },
      element('caption', { class: 'hidden' }, caption),
      element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, columns.map((column) =>
        element('th', {
          role: 'columnheader', scope: 'col', class: String(column.css).includes('num') ? 'num' : null, 'aria-sort': column.sorted,
        }, column.heading ?? column.label)))),
      element('tbody', { role: 'rowgroup' }, rows.length === 0
        ? element('tr', { role: 'row' }, element('td', { role: 'cell', colspan: columns.length, class: 'empty' }, empty))
        : rows.map((row, index) => element('tr', { role: 'row' }, columns.map((column, position) =>
          element('td', {
            role: 'cell', class: css(column, row), 'data-label': column.label,
            'data-assistant-field': field(row, index, position),
          }, column.content(row, index) ?? '–')))))));
}

/** A value, and below it in small what belongs to it; each is the place of its own field: [field id, value]. */
export function above(row, [field, value], ...below) {
  return element('span', {}, value === undefined ? '–' : element('span', { 'data-assistant-field': `${row}.${field}` }, value),
    below.filter(([, , text]) => text !== undefined).map(([words, id, text]) =>
      element('span', { class: 'under' }, words && `${words} `, element('span', { 'data-assistant-field': `${row}.${id}` }, text))));
}

export function link(page, reference, text) {
  return element('a', { href: `${page}.html?id=${encodeURIComponent(reference)}` }, text);
}

/** Suppliers are shown by Faces. */
export function supplierLink(reference, text) {
  return element('a', { href: `supplier.xhtml?id=${encodeURIComponent(reference)}` }, text);
}
