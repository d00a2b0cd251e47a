import { locale, text } from './messages.js';

const PERIOD = /^(\d{4})(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/;
const YEARS_SHOWN = 12;

export const PARTS = ['', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4',
  ...Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'))];

/** Year and part of a period such as 2023, 2023-H1, 2023-Q4 or 2023-11; null if it is none. */
export function parsePeriod(period) {
  const match = PERIOD.exec(period);
  return match && { year: Number(match[1]), part: match[2] ?? '' };
}

export function periodOf(year, part) {
  return part ? `${year}-${part}` : String(year);
}

export function thisYear() {
  return Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Shanghai' }).format(new Date()));
}

/** First and last period of the trend that a period is shown in: the same kind, some years back. */
export function trendAround(period) {
  const { year, part } = parsePeriod(period);
  if (part === '') {
    const last = Math.max(thisYear(), year);
    return { from: String(Math.min(last - YEARS_SHOWN + 1, year)), to: String(last) };
  }
  const [first, last, years] = { H: ['H1', 'H2', 5], Q: ['Q1', 'Q4', 4] }[part[0]] ?? ['01', '12', 2];
  return { from: periodOf(year - years + 1, first), to: periodOf(year, last) };
}

/** What a part of the year is called. */
export function partName(part) {
  return /^\d/.test(part)
    ? new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(new Date(`2000-${part}-01`))
    : text('period.part.' + (part || 'year'));
}

/** What a period is called. */
export function periodName(period) {
  const { year, part } = parsePeriod(period);
  return part ? text('period.name', { year, part: partName(part) }) : text('period.year', { year });
}
