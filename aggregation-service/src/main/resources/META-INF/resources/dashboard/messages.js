import { el } from './dom.js';

const LANGUAGES = ['zh', 'en'];
const KEPT = 'huizong.language';
let messages = {};
let language = 'zh';

/** Reads the texts; the language is the one that the address names, else the one chosen before, else Chinese. */
export async function loadMessages(named) {
  const chosen = named ?? localStorage.getItem(KEPT);
  language = LANGUAGES.includes(chosen) ? chosen : 'zh';
  const answer = await fetch('dashboard/messages.json', { cache: 'no-cache' });
  messages = await answer.json();
  document.documentElement.lang = locale();
}

export function currentLanguage() {
  return language;
}

export function otherLanguage() {
  return LANGUAGES.find(other => other !== language);
}

export function chooseLanguage(chosen) {
  language = chosen;
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = locale();
}

/** For Intl. */
export function locale() {
  return language === 'zh' ? 'zh-CN' : 'en-GB';
}

/** The text of a key, {parameters} filled in; texts with one and other are chosen by the parameter n. */
export function text(key, parameters = {}) {
  let found = messages[key][language];
  if (typeof found === 'object') {
    found = found[new Intl.PluralRules(locale()).select(Number(parameters.n))] ?? found.other;
  }
  return found.replace(/\{(\w+)}/g, (whole, name) => {
    const value = parameters[name] ?? whole;
    return name === 'n' && /^\d+$/.test(value) ? new Intl.NumberFormat(locale()).format(value) : value;
  });
}

/** The text that the service gives in both languages. */
export function inLanguage(both) {
  return both[language] ?? both.zh;
}

/** Fills in the texts that the page itself names. */
export function fillIn() {
  for (const node of document.querySelectorAll('[data-text]')) {
    node.textContent = text(node.dataset.text);
  }
}

/** A short mark with its explanation. */
export function mark(kind, key, parameters) {
  return el('span', { class: 'mark ' + kind, title: text(key + '.why', parameters) }, text(key, parameters));
}
