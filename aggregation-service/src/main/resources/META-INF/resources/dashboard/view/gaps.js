import { view } from '../address.js';
import { ask } from '../api.js';
import { chart, room } from '../chart.js';
import { el } from '../dom.js';
import { amountWithUnit, short } from '../format.js';
import { kindOf } from '../kinds.js';
import { inLanguage, text } from '../messages.js';
import { Paging } from '../paging.js';
import { link } from '../place.js';
import { table } from '../table.js';

const paging = new Paging(10);

/** What a jurisdiction reports against the sum of those below it; contradictions and warnings below. */
export const gaps = {
  charted: true,

  title: ({ indicator }) => text('gaps.title', { label: inLanguage(indicator.label) }),

  export: context => ({ path: path(context), parameters: {} }),

  load: (context, signal) => ask(path(context), { limit: paging.limit(context) }, signal),

  draw(context, found, panel) {
    return [
      comparison(context.indicator, context.rollup.indicators[context.indicator.code]),
      el('h3', {}, text('gaps.below')),
      found.items.length === 0
        ? el('p', { class: 'empty' }, text('gaps.empty')) : findings(context.indicators, found.items),
      paging.more(found.next, panel),
    ];
  },
};

function path({ jurisdiction, period }) {
  return `gaps/${jurisdiction.code}/${period}`;
}

function comparison(indicator, shown) {
  if (!kindOf(indicator).hasGap) {
    return el('p', { class: 'soft' }, text('gaps.notOf.' + indicator.kind));
  }
  if (!shown) {
    return el('p', { class: 'empty' }, text('trend.empty'));
  }
  const sides = [['gaps.own', shown.own], ['gaps.subordinates', shown.subordinates]];
  const isContradiction = shown.gap?.startsWith('-');
  return [
    el('p', { class: isContradiction ? 'bad' : 'soft' }, shown.gap === null ? text('gaps.none')
      : text(isContradiction ? 'gaps.contradiction' : 'gaps.gap', { gap: amountWithUnit(indicator, shown.gap) })),
    view().tables.includes('gaps')
      ? table(text('gaps.title', { label: inLanguage(indicator.label) }), [
        { head: text('gaps.side'), cell: ([key]) => text(key) },
        { head: text('gaps.value'), number: true, cell: ([, value]) => amountWithUnit(indicator, value) },
      ], sides)
      : picture(indicator, sides),
  ];
}

function picture(indicator, sides) {
  const label = sides.map(([key, value]) => `${text(key)} ${amountWithUnit(indicator, value)}`).join(text('tiles.and'));
  return chart(label, 96, colour => ({
    grid: { left: 8, right: room(sides.map(([, value]) => amountWithUnit(indicator, value))), top: 4, bottom: 4, containLabel: true },
    tooltip: { show: false },
    xAxis: { type: 'value', show: false, axisLabel: { formatter: short } },
    yAxis: {
      type: 'category', inverse: true, data: sides.map(([key]) => text(key)), axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } }, axisLabel: { color: colour.ink },
    },
    series: [{
      type: 'bar', barMaxWidth: 18,
      data: sides.map(([, value], index) => ({
        value: value === null ? 0 : Number(value), itemStyle: { color: index === 0 ? colour.accent : colour.pale },
      })),
      label: {
        show: true, position: 'right', color: colour.ink,
        formatter: ({ dataIndex }) => amountWithUnit(indicator, sides[dataIndex][1]),
      },
    }],
  }));
}

function findings(indicators, items) {
  return table(text('gaps.below'), [
    { head: text('ranking.who'), cell: item => link(item.jurisdiction) },
    {
      head: text('gaps.kind'),
      cell: item => el('span', { class: 'mark ' + item.kind.toLowerCase() }, text('gaps.kind.' + item.kind)),
    },
    { head: text('gaps.what'), cell: item => what(indicators, item) },
  ], items);
}

function what(indicators, item) {
  if (item.kind === 'WARNING') {
    return item.warnings.map(warning => el('div', {}, inLanguage(warning.detail)));
  }
  const indicator = indicators.get(item.indicator);
  return [
    el('div', {}, inLanguage(indicator.label), ' ', el('strong', {}, amountWithUnit(indicator, item.gap))),
    el('div', { class: 'soft' }, text('gaps.sides', {
      own: amountWithUnit(indicator, item.own), subordinates: amountWithUnit(indicator, item.subordinates),
    })),
  ];
}
