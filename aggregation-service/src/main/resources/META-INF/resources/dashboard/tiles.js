import { go, to, view } from './address.js';
import { combobox } from './combobox.js';
import { announce, el, replace, setText } from './dom.js';
import { amount, number, unit } from './format.js';
import { kindOf } from './kinds.js';
import { inLanguage, mark, text } from './messages.js';

const section = document.getElementById('tiles');
let tiles = new Map(); // indicator code → what of its tile changes

/** Draws the tiles that the address names. */
export function drawTiles({ indicators, rollup }) {
  const chosen = view();
  tiles = new Map(chosen.tiles.filter(code => indicators.has(code))
    .map(code => [code, tile(indicators.get(code), chosen)]));
  section.setAttribute('aria-labelledby', 'tiles-title');
  replace(section,
    el('div', { class: 'tiles-head' }, el('h2', { id: 'tiles-title' }, text('tiles.title')), picker(indicators)),
    el('ul', {}, [...tiles.values()].map(one => one.node)));
  fill(rollup);
}

/** Shows a rollup in the tiles that are there; says what changed. */
export function updateTiles(rollup) {
  const changed = fill(rollup);
  changed.forEach(({ node }) => {
    node.classList.remove('changed');
    void node.offsetWidth; // so that the same animation begins again
    node.classList.add('changed');
  });
  if (changed.length > 0) {
    announce(text('tiles.changed', {
      what: changed.map(({ indicator, value }) => `${inLanguage(indicator.label)} ${value.textContent}`)
        .join(text('tiles.and')),
    }));
  }
}

function fill(rollup) {
  return [...tiles.values()].filter(one => {
    const shown = rollup.indicators[one.indicator.code];
    const isAbsent = shown?.effective === undefined || shown.effective === null;
    one.node.classList.toggle('absent', isAbsent);
    setText(one.unit, isAbsent ? '' : kindOf(one.indicator).isPair ? '%' : unit(one.indicator));
    replace(one.basis, basis(one.indicator, shown, rollup));
    const value = amount(one.indicator, shown?.effective);
    one.value.dataset.length = value.length > 18 ? 'longest' : value.length > 11 ? 'long' : '';
    return setText(one.value, value);
  });
}

function tile(indicator, { indicator: focused, tiles: all }) {
  const label = inLanguage(indicator.label);
  const isFocused = indicator.code === focused;
  const value = el('span', { class: 'value' });
  const unitNode = el('span', { class: 'unit' });
  const basisNode = el('p', { class: 'basis' });
  const others = all.filter(code => code !== indicator.code);
  const node = el('li', { class: 'tile' + (isFocused ? ' focused' : ''), 'data-indicator': indicator.code },
    el('h3', {}, el('a', {
      ...to({ indicator: indicator.code }), 'data-key': 'tile-' + indicator.code,
      'aria-current': isFocused ? 'true' : null, title: text('tiles.focus'),
    }, label)),
    el('p', { class: 'figure' }, value, ' ', unitNode),
    basisNode,
    el('button', {
      type: 'button', class: 'remove',
      title: text('tiles.remove', { label }), 'aria-label': text('tiles.remove', { label }),
      click: () => go({ tiles: others }),
    }, '×'));
  return { indicator, node, value, unit: unitNode, basis: basisNode };
}

function basis(indicator, shown, rollup) {
  if (!shown) {
    return [el('span', {}, text('tiles.absent'))];
  }
  if (kindOf(indicator).isDerived) {
    const parts = indicator.of.split('+').map(code => rollup.indicators[code]).filter(Boolean);
    const sum = name => parts.reduce((total, part) => total + Number(part[name]), 0);
    return [
      el('span', {}, text('tiles.parts', { parts: shown.parts, of: shown.partsOf })), ' ',
      el('span', {}, text('tiles.figures', { n: sum('contributors') })),
      sum('approximate') > 0 && mark('approximate', 'mark.approximate', { n: sum('approximate') }),
    ];
  }
  return [
    kindOf(indicator).isPair
      && el('span', { class: 'sides' }, `${number(shown.numerator)} / ${number(shown.denominator)}`),
    ' ', el('span', {}, text('tiles.contributors', { n: shown.contributors })),
    Number(shown.approximate) > 0 && mark('approximate', 'mark.approximate', { n: shown.approximate }),
    Number(shown.estimated ?? 0) > 0 && mark('estimated', 'mark.estimated', { n: shown.estimated }),
  ];
}

function picker(indicators) {
  return combobox({
    id: 'indicator-input',
    label: text('tiles.add'),
    hint: text('tiles.addHint'),
    find: async typed => [...indicators.values()]
      .filter(one => `${one.label.zh} ${one.label.en} ${one.code}`.toLowerCase().includes(typed.toLowerCase()))
      .slice(0, 12)
      .map(one => ({ key: one.code, nodes: [inLanguage(one.label)], detail: one.code })),
    choose: ({ key }) => {
      const { tiles: there } = view();
      go({ indicator: key, tiles: there.includes(key) ? there : [...there, key] });
    },
  });
}
