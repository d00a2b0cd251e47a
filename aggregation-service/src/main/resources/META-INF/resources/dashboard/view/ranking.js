import { go, LEVELS, to, toPlace, view } from '../address.js';
import { ask } from '../api.js';
import { chart, room } from '../chart.js';
import { el } from '../dom.js';
import { amountWithUnit, short } from '../format.js';
import { inLanguage, text } from '../messages.js';
import { Paging } from '../paging.js';
import { choice } from '../period-picker.js';
import { link } from '../place.js';
import { table } from '../table.js';
import { marks } from './marks.js';

const paging = new Paging(20);

/** Those below, ranked by the indicator. */
export const ranking = {
  charted: true,

  title: ({ indicator }) => text('ranking.title', { label: inLanguage(indicator.label) }),

  controls(context) {
    const { level, order } = view();
    const below = LEVELS.slice(LEVELS.indexOf(context.jurisdiction.level) + 1);
    return below.length === 0 ? [] : [
      choice('ranking-level', 'ranking.level',
        [['', text('level.below')], ...below.map(one => [one, text('level.' + one)])], level,
        chosen => go({ level: chosen })),
      el('a', {
        class: 'button', 'data-key': 'ranking-order', ...to({ order: order === 'asc' ? 'desc' : 'asc' }),
      }, text('ranking.order.' + order)),
    ];
  },

  export: context => (context.jurisdiction.children.length === 0 ? null
    : { path: 'rollups', parameters: question(context) }),

  load(context, signal) {
    return context.jurisdiction.children.length === 0 ? null
      : ask('rollups', { ...question(context), limit: paging.limit(context) }, signal);
  },

  draw(context, found, panel) {
    if (found === null) {
      return el('p', { class: 'empty' }, text('ranking.nobodyBelow'));
    }
    if (found.items.length === 0) {
      return el('p', { class: 'empty' }, text('ranking.empty', { n: found.of }));
    }
    return [
      el('p', { class: 'soft' }, text('ranking.ranked', { ranked: found.ranked, n: found.of })),
      view().tables.includes('ranking') ? asTable(context, found) : asChart(context, found),
      paging.more(found.next, panel),
    ];
  },
};

function question({ jurisdiction, period, indicator }) {
  const { level, order } = view();
  return { under: jurisdiction.code, level, period, indicator: indicator.code, order };
}

function asTable({ indicator }, { items }) {
  const shown = item => item.indicators[indicator.code];
  return table(text('ranking.title', { label: inLanguage(indicator.label) }), [
    { head: text('ranking.who'), cell: item => link(item.jurisdiction) },
    { head: text('ranking.rank'), number: true, cell: item => item.rank },
    { head: inLanguage(indicator.label), number: true, cell: item => amountWithUnit(indicator, shown(item).effective) },
    { head: text('table.contributors'), number: true, cell: item => shown(item).contributors ?? '' },
    { head: text('table.marks'), cell: item => marks(shown(item)) },
  ], items);
}

function asChart({ indicator }, { items }) {
  const value = item => item.indicators[indicator.code].effective;
  const first = items[0];
  const label = text('ranking.picture', {
    label: inLanguage(indicator.label), first: first.jurisdiction.name, value: amountWithUnit(indicator, value(first)),
  });
  return chart(label, items.length * 26 + 36, colour => ({
    grid: { left: 8, right: room(items.map(item => amountWithUnit(indicator, value(item)))), top: 4, bottom: 4, containLabel: true },
    tooltip: {
      formatter: ({ dataIndex }) => `${items[dataIndex].rank}. ${items[dataIndex].jurisdiction.name}\n`
        + amountWithUnit(indicator, value(items[dataIndex])),
    },
    xAxis: {
      type: 'value', splitNumber: 4, axisLabel: { color: colour.soft, formatter: short },
      splitLine: { lineStyle: { color: colour.line } },
    },
    yAxis: {
      type: 'category', inverse: true, data: items.map(item => item.jurisdiction.name), axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } },
      axisLabel: { color: colour.ink, interval: 0, width: 130, overflow: 'truncate' },
    },
    series: [{
      type: 'bar', data: items.map(item => Number(value(item))), barMaxWidth: 16, cursor: 'pointer',
      itemStyle: { color: colour.accent, borderRadius: [0, 3, 3, 0] },
      label: {
        show: true, position: 'right', color: colour.ink, fontSize: 12,
        formatter: ({ dataIndex }) => amountWithUnit(indicator, value(items[dataIndex])),
      },
    }],
  }), index => go(toPlace(items[index].jurisdiction.code)));
}
