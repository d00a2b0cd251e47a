import { LEVELS, to, view } from '../address.js';
import { ask } from '../api.js';
import { el } from '../dom.js';
import { day, instant, number } from '../format.js';
import { text } from '../messages.js';
import { Paging } from '../paging.js';
import { link } from '../place.js';
import { table } from '../table.js';

const paging = new Paging(20);
const STATUSES = ['MISSING', 'LATE'];

/** Who has reported, who is missing and who was late. */
export const completeness = {
  title: () => text('completeness.title'),

  export: context => ({ path: path(context), parameters: listed() }),

  load: (context, signal) => ask(path(context), { ...listed(), limit: paging.limit(context) }, signal),

  draw(context, found, panel) {
    return [
      levels(found.levels),
      el('h3', {}, text('completeness.who')),
      choices(found.levels),
      found.items.length === 0
        ? el('p', { class: 'empty' }, text('completeness.nobody.' + view().status))
        : list(found.items),
      paging.more(found.next, panel),
    ];
  },
};

function path({ jurisdiction, period }) {
  return `completeness/${jurisdiction.code}/${period}`;
}

function listed() {
  const { status, of } = view();
  return { status, level: of };
}

function levels(counts) {
  return table(text('completeness.title'), [
    { head: text('completeness.level'), cell: one => text('level.' + one.level) },
    { head: text('completeness.share'), cell: share },
    { head: text('completeness.expected'), number: true, cell: one => number(one.expected) },
    { head: text('completeness.reported'), number: true, cell: one => number(one.reported) },
    { head: text('completeness.late'), number: true, cell: one => number(one.late) },
    { head: text('completeness.missing'), number: true, cell: one => number(one.missing) },
    { head: text('completeness.due'), cell: one => day(one.dueDate) },
  ], counts);
}

/** A bar: on time, late, missing. The figures stand beside it. */
function share({ expected, onTime, late }) {
  const part = (kind, count) => {
    const node = el('span', { class: kind });
    node.style.width = expected === '0' ? '0' : `${100 * Number(count) / Number(expected)}%`;
    return node;
  };
  return el('span', { class: 'share', 'aria-hidden': 'true' }, part('on-time', onTime), part('late', late));
}

/** Whose names are listed: missing or late, of all levels or of one. */
function choices(counts) {
  const { status, of } = view();
  const sum = name => counts.filter(one => of === '' || one.level === of).reduce((n, one) => n + Number(one[name]), 0);
  const there = LEVELS.filter(level => counts.some(one => one.level === level));
  const option = (key, changes, isChosen, label) => el('a', {
    class: 'button', ...to(changes), 'data-key': key, 'aria-current': isChosen ? 'true' : null,
  }, label);
  return el('div', { class: 'row choices' },
    STATUSES.map(one => option('status-' + one, { status: one }, one === status,
      text('completeness.list.' + one, { n: sum(one.toLowerCase()) }))),
    el('span', { class: 'divider', 'aria-hidden': 'true' }),
    there.length > 1 && ['', ...there].map(level => option('of-' + level, { of: level }, level === of,
      text(level ? 'level.' + level : 'level.all'))));
}

function list(items) {
  const { status } = view();
  return table(text('completeness.list.of.' + status), [
    { head: text('ranking.who'), cell: item => link(item.jurisdiction) },
    { head: text('completeness.above'), cell: item => (item.parent ? link(item.parent) : '') },
    { head: text('completeness.level'), cell: item => text('level.one.' + item.jurisdiction.level) },
    ...(status === 'LATE'
      ? [{ head: text('completeness.first'), cell: item => instant(item.firstAcceptedAt) }] : []),
  ], items);
}
