import { authorization } from './access.js';
import { parseExactly } from './exact-json.js';
import { currentLanguage } from './messages.js';

/** The service did not answer at all. */
export class NoConnection extends Error {}

/** The service refused: an RFC 9457 problem, or at least its status. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.title = problem.title;
    this.detail = problem.detail;
  }
}

const freshnessListeners = [];

/** Calls back with the freshness that each answer tells. */
export function onFreshness(listener) {
  freshnessListeners.push(listener);
}

/** The address of a call; parameters that are null, undefined or empty are left out, lists are repeated. */
export function url(path, parameters = {}) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    [value].flat().filter(one => one !== null && one !== undefined && one !== '')
      .forEach(one => asked.append(name, one));
  }
  const query = asked.toString();
  return path.split('/').map(encodeURIComponent).join('/') + (query ? '?' + query : '');
}

/** Sends a request with the token and the language. Throws NoConnection or Refusal; 304 is an answer. */
export async function send(path, parameters, { headers = {}, signal } = {}) {
  let answer;
  try {
    answer = await fetch(url(path, parameters), {
      headers: { Accept: 'application/json', 'Accept-Language': currentLanguage(), ...authorization(), ...headers },
      cache: 'no-store',
      signal,
    });
  } catch (e) {
    throw e.name === 'AbortError' ? e : new NoConnection(e.message);
  }
  if (!answer.ok && answer.status !== 304) {
    const isJson = answer.headers.get('Content-Type')?.includes('json');
    throw new Refusal(answer.status, isJson ? await answer.json().catch(() => ({})) : {});
  }
  return answer;
}

/** What the service answers, numbers as text. */
export async function ask(path, parameters, signal) {
  const answer = await send(path, parameters, { signal });
  tellFreshness(answer);
  return parseExactly(await answer.text());
}

/** What the service answers and its ETag; no data if it still has the ETag given. */
export async function askIfChanged(path, etag, signal) {
  const answer = await send(path, {}, { signal, headers: etag ? { 'If-None-Match': etag } : {} });
  tellFreshness(answer);
  return {
    etag: answer.headers.get('ETag'),
    data: answer.status === 304 ? null : parseExactly(await answer.text()),
  };
}

function tellFreshness(answer) {
  const through = answer.headers.get('Huizong-Applied-Through');
  const lag = answer.headers.get('Huizong-Lag');
  if (through !== null && lag !== null) {
    freshnessListeners.forEach(listener => listener({
      through: through === 'none' ? null : new Date(through),
      lag: lag === 'unknown' ? null : Number(lag),
    }));
  }
}
