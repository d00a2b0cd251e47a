import { complete, go, LEVELS, onView, view } from './address.js';
import { ask, askIfChanged, NoConnection } from './api.js';
import { announce } from './dom.js';
import { askForToken, closeGate, openGate } from './gate.js';
import { Live } from './live.js';
import { chooseLanguage, fillIn, loadMessages, text } from './messages.js';
import { Panel } from './panel.js';
import { askedPeriod, drawPeriodPicker } from './period-picker.js';
import { periodName, thisYear } from './periods.js';
import { drawPlace, drawSummary } from './place.js';
import { drawSearch } from './search.js';
import { connected, drawStatus, isLost, lost, polling } from './status.js';
import { drawSwitches } from './switches.js';
import { drawTiles, updateTiles } from './tiles.js';
import { completeness } from './view/completeness.js';
import { contributions } from './view/contributions.js';
import { gaps } from './view/gaps.js';
import { ranking } from './view/ranking.js';
import { trend } from './view/trend.js';

const CHECK_INTERVAL = 10_000;
const YEARS_BACK = 14;
const GATHER = 100;       // changes that come together are drawn together
const MIN_REST = 250;
const REST = 2;           // times as long as the panels took: the slower the service, the less often it is asked

const panels = Object.entries({ ranking, trend, completeness, gaps, contributions })
  .map(([id, shown]) => new Panel(id, shown));
const live = new Live(
  { connected: streaming, lost: notStreaming, rollup: changed, reset: () => show(), refused: closed });

let indicators = null;
let shown = null;      // {key, jurisdiction, period, indicator, indicators, rollup, etag}
let turn = 0;
let isBehind = false;   // whether changes may have been missed
let isStale = false;    // whether something changed that the panels do not show
let isReloading = false;

/** Shows what the address names. */
async function show() {
  const mine = ++turn;
  const asked = view();
  document.getElementById('main').setAttribute('aria-busy', 'true');
  try {
    indicators ??= new Map((await ask('indicators')).map(one => [one.code, one]));
    const [jurisdiction, years] = await Promise.all([ask('jurisdictions/' + asked.at), reportsOfYears(asked.at)]);
    const period = askedPeriod() ?? newest(years);
    const { data: rollup, etag } = await askIfChanged(`rollups/${jurisdiction.code}/${period}`);
    if (mine !== turn) {
      return;
    }
    const indicator = indicators.get(asked.indicator) ?? indicators.values().next().value;
    complete({ at: jurisdiction.code, period, indicator: indicator.code });
    const moved = shown?.jurisdiction.code !== jurisdiction.code || shown.period !== period;
    const key = [jurisdiction.code, period, indicator.code, document.documentElement.lang].join(' ');
    shown = { key, jurisdiction, period, indicator, indicators, rollup, etag };
    draw(years, moved);
  } catch (e) {
    if (mine === turn) {
      closed(e);
    }
  } finally {
    document.getElementById('main').removeAttribute('aria-busy');
  }
}

function draw(years, moved) {
  const wasOpen = !document.getElementById('content').hidden;
  openGate();
  drawPeriodPicker(shown.period, years);
  drawPlace(shown);
  drawTiles(shown);
  panels.forEach(panel => panel.load(shown));
  const { level } = view();
  const { jurisdiction } = shown;
  const below = level ? [level] : [...new Set(jurisdiction.children.map(child => child.level))];
  live.follow(jurisdiction.code, LEVELS.filter(one => one === jurisdiction.level || below.includes(one)));
  if (moved && wasOpen) {
    announce(`${jurisdiction.name} ${periodName(shown.period)}`);
    // A choice in the head keeps the focus, for who wants to choose again; a link is gone with its list.
    if (document.activeElement === document.body || document.activeElement.closest?.('#search')) {
      document.getElementById('name').focus();
      scrollTo({ top: 0 });
    }
  }
}

async function reportsOfYears(at) {
  const last = thisYear();
  // Only the numbers of reports are wanted; one indicator is the fewest.
  const only = indicators.keys().next().value;
  const { items } = await ask('rollups/' + at, { from: last - YEARS_BACK, to: last, indicator: only });
  return new Map(items.map(item => [item.period, item.reports.subtree]));
}

function newest(years) {
  return [...years].filter(([, reports]) => reports !== '0').map(([year]) => year).at(-1) ?? String(thisYear() - 1);
}

/** A rollup has changed. */
function changed(rollup) {
  if (shown === null) {
    return;
  }
  const isOurs = rollup.jurisdiction.code === shown.jurisdiction.code;
  if (isOurs && rollup.period === shown.period) {
    take(rollup);
  }
  if (isOurs || rollup.period === shown.period) {
    reloadSoon();
  }
}

function take(rollup) {
  shown.rollup = rollup;
  updateTiles(rollup);
  drawSummary(rollup);
}

/** Loads the panels anew, and again after a rest while more changes. */
async function reloadSoon() {
  isStale = true;
  if (isReloading) {
    return;
  }
  isReloading = true;
  while (isStale) {
    await pause(GATHER);
    isStale = false;
    const began = Date.now();
    await Promise.all(panels.map(panel => panel.reload()));
    await pause(Math.max(MIN_REST, REST * (Date.now() - began)));
  }
  isReloading = false;
}

function pause(millis) {
  return new Promise(resolve => { setTimeout(resolve, millis); });
}

/** Asks whether all is as it is shown: the answer also tells how fresh it is. */
async function checkFreshness() {
  if (document.hidden || shown === null) {
    return;
  }
  const { jurisdiction, period, etag } = shown;
  try {
    const answer = await askIfChanged(`rollups/${jurisdiction.code}/${period}`, etag);
    live.hurry();
    if (isLost()) {
      live.isStreaming ? connected() : polling();
      show();
      return;
    }
    if (shown.jurisdiction === jurisdiction && shown.period === period) {
      shown.etag = answer.etag;
      if (answer.data && (answer.data.version !== shown.rollup.version || answer.data.generation !== shown.rollup.generation)) {
        take(answer.data);
        reloadSoon();
      }
    }
  } catch (e) {
    e.status === 401 || e.status === 403 ? closed(e) : disconnected(e);
  }
}

function streaming() {
  connected();
  if (isBehind) {
    isBehind = false;
    show();
  }
}

/** The stream broke off. Where the service refuses it, it still answers. */
function notStreaming(reason) {
  isBehind = true;
  reason.status ? polling() : lost();
}

function disconnected() {
  isBehind = true;
  lost();
}

/** What was asked for cannot be shown at all. */
function closed(e) {
  if (shown !== null && (e instanceof NoConnection || e.status >= 500)) {
    disconnected();
    return;
  }
  live.stop();
  shown = null;
  closeGate(e, show);
}

function drawFrame() {
  fillIn();
  document.title = text('page.title');
  drawSearch();
  drawStatus();
  drawSwitches({
    changeLanguage(language) {
      chooseLanguage(language);
      complete({ lang: '' });
      drawFrame();
      show();
    },
    changeToken() {
      live.stop();
      shown = null;
      askForToken(show);
    },
  });
}

await loadMessages(view().lang || null);
drawFrame();
document.getElementById('skip').addEventListener('click', event => {
  event.preventDefault();
  document.getElementById('main').focus();
});
onView(show);
setInterval(checkFreshness, CHECK_INTERVAL);
show();
