const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * Parses JSON with every number as the text it was sent as: totals can have more digits than a double holds. Count with
 * Number() only what is known to be small, or only drawn.
 */
export function parseExactly(json) {
  return JSON.parse(json.replace(STRING_OR_NUMBER, token => (token[0] === '"' ? token : `"${token}"`)));
}
