import { go, to, view } from '../address.js';
import { ask } from '../api.js';
import { chart } from '../chart.js';
import { el } from '../dom.js';
import { amountWithUnit, number, short } from '../format.js';
import { kindOf } from '../kinds.js';
import { inLanguage, text } from '../messages.js';
import { periodName, trendAround } from '../periods.js';
import { table } from '../table.js';
import { marks } from './marks.js';

const MIN_PERIODS = 5;

/** The indicator over the periods of the same kind. */
export const trend = {
  charted: true,

  title: ({ indicator }) => text('trend.title', { label: inLanguage(indicator.label) }),

  export: context => ({ path: 'rollups/' + context.jurisdiction.code, parameters: question(context) }),

  load: (context, signal) => ask('rollups/' + context.jurisdiction.code, question(context), signal),

  draw(context, found) {
    const { indicator, period } = context;
    const items = trimmed(found.items, period).map(item => (
      { ...item, isCurrent: item.period === period, shown: item.indicators[indicator.code] }));
    if (items.every(item => item.shown === undefined)) {
      return el('p', { class: 'empty' }, text('trend.empty'));
    }
    return view().tables.includes('trend') ? asTable(indicator, items) : asChart(indicator, items);
  },
};

function question({ jurisdiction, period, indicator }) {
  return { ...trendAround(period), indicator: indicator.code };
}

/** Without the periods before and after all reports, but with some around the current one. */
function trimmed(items, period) {
  const used = items.map((item, index) => (item.reports.subtree !== '0' || item.period === period ? index : -1))
    .filter(index => index >= 0);
  const last = Math.max(used.at(-1), Math.min(items.length - 1, MIN_PERIODS - 1));
  return items.slice(Math.max(0, Math.min(used[0], last - MIN_PERIODS + 1)), last + 1);
}

function asTable(indicator, items) {
  return table(text('trend.title', { label: inLanguage(indicator.label) }), [
    {
      head: text('trend.period'),
      cell: item => el('a', {
        ...to({ period: item.period }), 'data-key': 'trend-' + item.period,
        'aria-current': item.isCurrent ? 'true' : null,
      }, periodName(item.period)),
    },
    { head: inLanguage(indicator.label), number: true, cell: item => amountWithUnit(indicator, item.shown?.effective) },
    { head: text('table.contributors'), number: true, cell: item => item.shown?.contributors ?? '—' },
    { head: text('trend.reports'), number: true, cell: item => number(item.reports.subtree) },
    { head: text('table.marks'), cell: item => marks(item.shown) },
  ], items);
}

function asChart(indicator, items) {
  const label = text('trend.picture', {
    label: inLanguage(indicator.label),
    values: items.map(item => `${periodName(item.period)} ${amountWithUnit(indicator, item.shown?.effective)}`)
      .join(text('tiles.and')),
  });
  const values = items.map(item => item.shown?.effective ?? null);
  return chart(label, 280, colour => ({
    grid: { left: 8, right: 24, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      formatter: ([{ dataIndex }]) =>
        `${periodName(items[dataIndex].period)}\n${amountWithUnit(indicator, values[dataIndex])}`,
    },
    xAxis: {
      type: 'category', data: items.map(item => item.period), axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } }, axisLabel: { color: colour.soft },
    },
    yAxis: {
      type: 'value', scale: kindOf(indicator).isPair === true, splitNumber: 4,
      axisLabel: { color: colour.soft, formatter: short }, splitLine: { lineStyle: { color: colour.line } },
    },
    series: [{
      type: 'line', data: items.map((item, index) => ({
        value: values[index] === null ? null : Number(values[index]), symbolSize: item.isCurrent ? 11 : 7,
      })),
      symbol: 'circle', lineStyle: { color: colour.accent, width: 2 }, itemStyle: { color: colour.accent },
      label: {
        show: items.length <= 12, color: colour.ink, fontSize: 12, distance: 8,
        textBorderColor: colour.card, textBorderWidth: 4, // the line does not run through it
        formatter: ({ dataIndex }) => (values[dataIndex] === null ? '' : amountWithUnit(indicator, values[dataIndex])),
      },
      labelLayout: { hideOverlap: true },
      markLine: {
        silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: colour.soft, type: 'dotted' },
        data: [{ xAxis: items.findIndex(item => item.isCurrent) }],
      },
    }],
  }), index => go({ period: items[index].period }));
}
