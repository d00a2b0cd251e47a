import { kindOf } from './kinds.js';
import { locale, text } from './messages.js';

const NONE = '—';
const ZONE = 'Asia/Shanghai';

/** A number given as text, every digit kept. */
export function number(value, decimals = 0) {
  return value === null || value === undefined ? NONE
    : new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: 2 }).format(value);
}

/** A value of an indicator, without its unit. */
export function amount(indicator, value) {
  return number(value, kindOf(indicator).decimals);
}

/** A value of an indicator with its unit. */
export function amountWithUnit(indicator, value) {
  if (value === null || value === undefined) {
    return NONE;
  }
  return amount(indicator, value) + (kindOf(indicator).isPair ? '%' : ' ' + unit(indicator));
}

export function unit(indicator) {
  return indicator.unit[locale().slice(0, 2)];
}

/** A number on an axis, shortened: 1.2万, 1.2K. */
export function short(value) {
  return new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 2 }).format(value);
}

/** A day as the service names it. */
export function day(isoDate) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(isoDate));
}

/** An instant, in the time zone of periods. */
export function instant(when) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium', timeZone: ZONE })
    .format(new Date(when));
}

/** How long ago an instant was. */
export function age(when) {
  const seconds = Math.max(0, Math.round((Date.now() - when) / 1000));
  if (seconds < 5) {
    return text('age.now');
  }
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  const [unitName, size] = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]]
    .find(([, each]) => seconds >= each);
  return relative.format(-Math.floor(seconds / size), unitName);
}
