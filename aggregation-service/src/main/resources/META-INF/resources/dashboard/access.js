const KEPT = 'huizong.token';

/** The token that was pasted, kept as long as the tab; null where none was, or a proxy in front sets it. */
export function token() {
  return sessionStorage.getItem(KEPT);
}

/** Keeps a token, with or without the word Bearer before it. */
export function keep(pasted) {
  sessionStorage.setItem(KEPT, pasted.trim().replace(/^Bearer\s+/i, ''));
}

export function forget() {
  sessionStorage.removeItem(KEPT);
}

/** The header that a request needs, if any. */
export function authorization() {
  return token() ? { Authorization: 'Bearer ' + token() } : {};
}
