import { forget, keep, token } from './access.js';
import { NoConnection } from './api.js';
import { to } from './address.js';
import { el, replace } from './dom.js';
import { text } from './messages.js';

const gate = document.getElementById('gate');
const content = document.getElementById('content');

/** Why something could not be shown, as a sentence. */
export function reasonOf(e) {
  return e instanceof NoConnection ? text('error.noConnection') : e.detail ?? text('error.other', { reason: e.message });
}

/** Shows the figures. */
export function openGate() {
  gate.hidden = true;
  content.hidden = false;
}

/** Shows, instead of the figures, why there are none, and what can be done. */
export function closeGate(e, retry) {
  if (e.status === 401) {
    show('unauthorised', token() ? 'gate.refused' : 'gate.unauthorised', null, tokenForm(retry));
  } else if (e.status === 403) {
    show('forbidden', 'gate.forbidden', e.detail, tokenForm(retry));
  } else if (e.status === 404 || e.status === 400) {
    show('unknown', 'gate.unknown', e.detail, el('p', {},
      el('a', { class: 'button', ...to({ at: 'CN', period: '', level: '', of: '' }) }, text('gate.toRoot'))));
  } else {
    show('failed', e instanceof NoConnection ? 'gate.noConnection' : 'gate.failed', e.detail ?? null,
      el('button', { type: 'button', click: retry }, text('panel.retry')));
  }
}

/** Asks for another token than the one that is there. */
export function askForToken(retry) {
  show('unauthorised', 'gate.change', null, tokenForm(retry));
}

function show(state, key, detail, action) {
  // What is being typed stays.
  if (!gate.hidden && gate.dataset.state === state && gate.querySelector('textarea')?.value) {
    return;
  }
  content.hidden = true;
  gate.hidden = false;
  gate.dataset.state = state;
  replace(gate,
    el('div', { class: 'gate' },
      el('h1', { id: 'gate-title', tabindex: '-1' }, text(key + '.title')),
      el('p', {}, text(key + '.what')),
      detail && el('p', { class: 'soft' }, detail),
      action));
  (gate.querySelector('textarea') ?? gate.querySelector('h1')).focus();
}

function tokenForm(retry) {
  const field = el('textarea', {
    id: 'token', rows: '4', spellcheck: 'false', autocomplete: 'off', required: true, 'aria-describedby': 'token-kept',
    // Enter sends, as a token has no lines.
    keydown: event => event.key === 'Enter' && (event.preventDefault(), event.target.form.requestSubmit()),
  });
  const submit = event => {
    event.preventDefault();
    keep(field.value);
    field.value = '';
    retry();
  };
  return el('form', { submit },
    el('label', { for: 'token' }, text('gate.token')),
    field,
    el('p', { id: 'token-kept', class: 'soft' }, text('gate.kept')),
    el('div', { class: 'row' },
      el('button', { type: 'submit', class: 'primary' }, text('gate.use')),
      token() && el('button', { type: 'button', click: () => (forget(), retry()) }, text('gate.forget'))));
}
