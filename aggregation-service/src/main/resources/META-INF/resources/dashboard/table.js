import { el } from './dom.js';

/**
 * A table.
 *
 * @param caption for those who do not see where it is
 * @param columns each {head, cell(row), number?}: the first column's cells are the rows' headings
 */
export function table(caption, columns, rows) {
  const kind = column => (column.number ? 'number' : null);
  // Wide tables scroll by themselves, also with the keys.
  return el('div', { class: 'table', role: 'group', tabindex: '0', 'aria-label': caption },
    el('table', {},
      el('caption', { class: 'unseen' }, caption),
      el('thead', {}, el('tr', {},
        columns.map(column => el('th', { scope: 'col', class: kind(column) }, column.head)))),
      el('tbody', {}, rows.map(row => el('tr', { class: row.isCurrent && 'current' },
        columns.map((column, index) => el(index === 0 ? 'th' : 'td',
          { scope: index === 0 ? 'row' : null, class: kind(column) }, column.cell(row))))))));
}
