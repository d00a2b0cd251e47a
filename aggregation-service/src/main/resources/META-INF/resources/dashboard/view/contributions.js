import { ask } from '../api.js';
import { el } from '../dom.js';
import { amountWithUnit, number } from '../format.js';
import { kindOf } from '../kinds.js';
import { inLanguage, mark, text } from '../messages.js';
import { Paging } from '../paging.js';
import { link } from '../place.js';
import { table } from '../table.js';

const paging = new Paging(20);

/** The reports that make up the total of the indicator. */
export const contributions = {
  wide: true,

  title: ({ indicator }) => text('contributions.title', { label: inLanguage(indicator.label) }),

  export: context => (kindOf(context.indicator).isDerived ? null
    : { path: path(context), parameters: { indicator: context.indicator.code } }),

  load(context, signal) {
    return kindOf(context.indicator).isDerived ? null
      : ask(path(context), { indicator: context.indicator.code, limit: paging.limit(context) }, signal);
  },

  draw(context, found, panel) {
    const { indicator, indicators } = context;
    if (found === null) {
      const parts = indicator.of.split('+').map(code => inLanguage(indicators.get(code).label)).join(text('tiles.and'));
      return el('p', { class: 'empty' }, text('contributions.ofTotal', { parts }));
    }
    if (found.contributions.length === 0) {
      return el('p', { class: 'empty' }, text('contributions.empty'));
    }
    return [
      table(text('contributions.title', { label: inLanguage(indicator.label) }), [
        { head: text('ranking.who'), cell: item => link(item.jurisdiction) },
        { head: text('completeness.level'), cell: item => text('level.one.' + item.jurisdiction.level) },
        { head: text('contributions.value'), number: true, cell: item => value(indicator, item) },
        { head: text('contributions.scope'), cell: item => text('scope.' + item.scope) },
        { head: text('contributions.revision'), number: true, cell: item => item.revision },
        { head: text('table.marks'), cell: marksOf },
        { head: text('contributions.submission'), cell: item => el('code', {}, item.submissionId) },
      ], found.contributions),
      paging.more(found.next, panel),
    ];
  },
};

function path({ jurisdiction, period }) {
  return `rollups/${jurisdiction.code}/${period}/contributions`;
}

function value(indicator, item) {
  return item.denominator === undefined
    ? amountWithUnit(indicator, item.value)
    : `${number(item.numerator)} / ${number(item.denominator)}`;
}

function marksOf(item) {
  return [
    item.approximate && mark('approximate', item.qualifier ? 'qualifier.' + item.qualifier : 'qualifier.INEXACT'),
    item.estimated && mark('estimated', 'qualifier.ESTIMATED'),
  ];
}
