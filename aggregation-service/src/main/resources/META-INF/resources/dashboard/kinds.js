// By kind of indicator what IndicatorKind of the service says of it, and how many decimals its values show.
const KINDS = {
  COUNT: { decimals: 0, hasGap: true },
  STOCK: { decimals: 0, hasGap: true },
  AMOUNT: { decimals: 2, hasGap: true },
  LOCAL: { decimals: 0 },
  RATE: { decimals: 2, isPair: true },
  TOTAL: { decimals: 0, isDerived: true },
};

/** {decimals, hasGap?, isPair?, isDerived?} of an indicator's kind. */
export function kindOf(indicator) {
  return KINDS[indicator.kind];
}
