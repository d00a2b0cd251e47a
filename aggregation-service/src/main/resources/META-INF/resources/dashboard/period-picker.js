import { go, view } from './address.js';
import { el, replace } from './dom.js';
import { text } from './messages.js';
import { PARTS, parsePeriod, partName, periodOf, thisYear } from './periods.js';

const YEARS = 15;

/** The choice of the period: a year with the number of its reports where known, and a part of it. */
export function drawPeriodPicker(period, reportsOfYears) {
  const { year, part } = parsePeriod(period) ?? { year: thisYear(), part: '' };
  const first = Math.max(thisYear(), year);
  const years = Array.from({ length: YEARS }, (_, back) => first - back);
  if (!years.includes(year)) {
    years.push(year);
  }
  const yearName = one => {
    const n = Number(reportsOfYears.get(String(one)) ?? 0);
    return n > 0 ? text('period.yearWith', { year: one, n }) : text('period.year', { year: one });
  };
  replace(document.getElementById('period'),
    choice('period-year', 'period.chooseYear', years.map(one => [one, yearName(one)]), year,
      chosen => go({ period: periodOf(chosen, part) })),
    choice('period-part', 'period.choosePart', PARTS.map(one => [one, partName(one)]), part,
      chosen => go({ period: periodOf(year, chosen) })));
}

/** A labelled choice: pairs of value and text. */
export function choice(id, key, options, chosen, change) {
  return el('select', { id, 'aria-label': text(key), title: text(key), change: event => change(event.target.value) },
    options.map(([value, shown]) => el('option', { value, selected: String(value) === String(chosen) }, shown)));
}

/** The period that the address names, or null if it is none. */
export function askedPeriod() {
  const { period } = view();
  return parsePeriod(period) ? period : null;
}
