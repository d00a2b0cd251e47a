import { el, replace } from './dom.js';
import { text } from './messages.js';

const PAUSE = 150;

/**
 * An input with a list of proposals, after the ARIA pattern of that name.
 *
 * @param find gives the proposals for what was typed: {key, nodes, detail?}, or {note} for one that cannot be chosen
 * @param choose called with the proposal chosen
 */
export function combobox({ id, label, hint, shortcut, find, choose }) {
  let proposals = [];
  let active = -1;
  let asked = 0;
  let timer = null;

  const list = el('ul', { id: id + '-list', role: 'listbox', 'aria-label': label, class: 'proposals', hidden: true });
  const count = el('span', { class: 'unseen', role: 'status' });
  const input = el('input', {
    id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: hint,
    'aria-label': label, 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list',
    'aria-keyshortcuts': shortcut, input: later, keydown: key, blur: close, focus: () => input.value && later(),
  });
  return el('div', { class: 'combobox' }, input, list, count);

  function later() {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  }

  async function update() {
    clearTimeout(timer);
    timer = null;
    const turn = ++asked;
    const typed = input.value.trim();
    const found = typed === '' ? [] : await find(typed).catch(() => [{ note: text('search.failed') }]);
    if (turn !== asked || document.activeElement !== input) {
      return;
    }
    proposals = found.filter(one => !one.note);
    const notes = found.length === 0 && typed !== ''
      ? [{ note: text('search.nothing', { typed }) }] : found.filter(one => one.note);
    replace(list,
      proposals.map((one, index) => el('li', {
        id: `${id}-${index}`, role: 'option', 'aria-selected': 'false',
        mousedown: event => event.preventDefault(), click: () => take(index),
      }, el('span', {}, one.nodes), one.detail && el('span', { class: 'soft' }, one.detail))),
      notes.map(one => el('li', { class: 'soft', role: 'option', 'aria-disabled': 'true' }, one.note)));
    count.textContent = notes[0]?.note ?? (typed && text('search.count', { n: proposals.length }));
    open(typed !== '');
    move(proposals.length > 0 ? 0 : -1);
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
  }

  function close() {
    clearTimeout(timer);
    timer = null;
    asked++;
    open(false);
    move(-1);
  }

  function move(to) {
    active = to;
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
    if (active < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', `${id}-${active}`);
      list.children[active].scrollIntoView({ block: 'nearest' });
    }
  }

  async function key(event) {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      // What was typed last counts, even if its proposals are not there yet.
      if (timer !== null || list.hidden) {
        await update();
      }
      take(active);
    } else if (event.key === 'Escape') {
      input.value = '';
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        await update();
      } else if (proposals.length > 0) {
        move((active + (event.key === 'ArrowDown' ? 1 : proposals.length - 1)) % proposals.length);
      }
    }
  }

  function take(index) {
    const chosen = proposals[index];
    if (chosen) {
      input.value = '';
      close();
      choose(chosen);
    }
  }
}
