import { onFreshness } from './api.js';
import { announce, el, replace, setText } from './dom.js';
import { age, instant, number } from './format.js';
import { text } from './messages.js';

/** How fresh the page is, and whether it still hears of changes. */

let fresh = null;      // {through, lag} of the last answer
let heardAt = null;    // when that was
let connection = 'connecting'; // or connected, polling, lost
let lostAt = null;

const box = document.getElementById('freshness');
const banner = document.getElementById('banner');

onFreshness(told => {
  fresh = told;
  heardAt = Date.now();
  drawStatus();
});

/** Changes are told as they happen. */
export function connected() {
  goOn('connected');
}

/** There are answers, but no stream of changes. */
export function polling() {
  goOn('polling');
}

function goOn(how) {
  if (connection === 'lost') {
    setText(banner, text('connection.regained'));
    banner.dataset.state = 'regained';
    setTimeout(() => connection !== 'lost' && hideBanner(), 6000);
  }
  connection = how;
  drawStatus();
}

/** There is no answer. */
export function lost() {
  if (connection !== 'lost') {
    connection = 'lost';
    lostAt = Date.now();
    setText(banner, text('connection.lost', { at: instant(heardAt ?? lostAt) }));
    banner.dataset.state = 'lost';
  }
  drawStatus();
}

function hideBanner() {
  banner.textContent = '';
  delete banner.dataset.state;
}

export function isLost() {
  return connection === 'lost';
}

/** One of: connecting, lost, polling, unknown, behind, live. */
function state() {
  if (connection !== 'connected') {
    return connection;
  }
  if (fresh === null || fresh.lag === null) {
    return 'unknown';
  }
  return fresh.lag > 0 ? 'behind' : 'live';
}

/** Draws it; also as time goes by. */
export function drawStatus() {
  const now = state();
  const before = box.dataset.state;
  box.dataset.state = now;
  document.body.dataset.connection = connection;
  replace(box,
    el('p', { class: 'light' }, el('span', { class: 'dot', 'aria-hidden': 'true' }), text('freshness.' + now)),
    fresh && el('dl', {},
      el('div', {}, el('dt', {}, text('freshness.through')),
        el('dd', { id: 'applied-through' }, fresh.through === null ? text('freshness.nothing')
          : el('time', { datetime: fresh.through.toISOString(), title: instant(fresh.through) }, age(fresh.through)))),
      el('div', {}, el('dt', {}, text('freshness.lag')),
        el('dd', { id: 'lag' }, fresh.lag === null ? '?' : number(String(fresh.lag)))),
      el('div', {}, el('dt', {}, text('freshness.heard')), el('dd', {}, age(heardAt)))));
  if (before !== undefined && before !== now && (now === 'behind' || before === 'behind')) {
    announce(text('freshness.' + now));
  }
}

setInterval(() => document.hidden || drawStatus(), 5000);
