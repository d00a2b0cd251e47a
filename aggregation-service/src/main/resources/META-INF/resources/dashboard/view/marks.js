import { mark } from '../messages.js';

/** What is to be known about a value besides: how many of its figures are not exact, how many estimated. */
export function marks(shown) {
  return [
    Number(shown?.approximate ?? 0) > 0 && mark('approximate', 'mark.approximate', { n: shown.approximate }),
    Number(shown?.estimated ?? 0) > 0 && mark('estimated', 'mark.estimated', { n: shown.estimated }),
  ];
}
