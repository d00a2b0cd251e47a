import { to, toPlace } from './address.js';
import { el, named, replace, setText } from './dom.js';
import { text } from './messages.js';
import { periodName } from './periods.js';

/** The head of a view: who, when, how many reports; the way up and the ways down. */
export function drawPlace({ jurisdiction, rollup, period }) {
  const above = [...jurisdiction.parents].reverse();
  const way = document.getElementById('breadcrumb');
  way.setAttribute('aria-label', text('place.way'));
  replace(way, el('ol', {},
    above.map(parent => el('li', {}, link(parent))),
    el('li', {}, el('span', { lang: 'zh', 'aria-current': 'page' }, jurisdiction.name))));
  replace(document.getElementById('name'), named(jurisdiction), ' ', el('span', { class: 'when' }, periodName(period)));
  document.title = `${jurisdiction.name} ${periodName(period)} · ${text('page.title')}`;
  drawSummary(rollup);
  drawChildren(jurisdiction);
}

/** How many reports are in it. */
export function drawSummary(rollup) {
  const { own, subtree, withoutFigures } = rollup.reports;
  const sentences = [
    subtree === '0' ? text('place.none') : text('place.reports', { n: subtree }),
    subtree !== '0' && text(own ? 'place.own' : 'place.notOwn'),
    withoutFigures !== '0' && text('place.withoutFigures', { n: withoutFigures }),
  ];
  return setText(document.getElementById('summary'), sentences.filter(Boolean).join(text('place.and')));
}

function drawChildren({ children, level }) {
  const nav = document.getElementById('children');
  nav.hidden = children.length === 0;
  nav.setAttribute('aria-label', text('place.below', { n: children.length }));
  replace(nav, el('details', { open: !matchMedia('(max-width: 640px)').matches },
    el('summary', {}, text('place.below', { n: children.length })),
    el('ul', { class: 'below', 'data-level': level }, children.map(child => el('li', {}, link(child))))));
}

/** The way to a jurisdiction. */
export function link(jurisdiction) {
  return el('a', {
    ...to(toPlace(jurisdiction.code)), 'data-key': 'to-' + jurisdiction.code, lang: 'zh',
  }, jurisdiction.name);
}
