/** What is looked at, all of it in the address, so that every view can be shared and gone back to. */

const TILES = [
  'mediation.success_rate', 'training.sessions', 'mediation.disputes_arisen', 'mediation.participation_rate',
  'petitions.conclusion_rate', 'litigation.head_appearance_rate',
];
const LEVELS = ['NATION', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'];

const DEFAULTS = {
  at: 'CN',            // whose figures
  period: '',          // empty: the newest year with reports
  indicator: TILES[0], // the one that ranking, trend, gaps and contributions are about
  tiles: TILES.join(','),
  level: '',           // of those ranked; empty: directly below
  order: 'desc',
  tables: '',          // panels shown as a table, by comma
  status: 'MISSING',   // who is listed of the completeness
  of: '',              // only of this level
  lang: '',
};

const listeners = [];

/** The view that the address names. */
export function view() {
  const asked = new URLSearchParams(location.search);
  const found = Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, byDefault]) => [name, asked.get(name) ?? byDefault]));
  return {
    ...found,
    tiles: list(found.tiles),
    tables: list(found.tables),
    level: LEVELS.includes(found.level) ? found.level : '',
    of: LEVELS.includes(found.of) ? found.of : '',
    order: found.order === 'asc' ? 'asc' : 'desc',
    status: found.status === 'LATE' ? 'LATE' : 'MISSING',
  };
}

/** The address of this view with those changes. */
export function address(changes) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...view(), ...changes })) {
    const written = String(value);
    if (written !== DEFAULTS[name]) {
      asked.set(name, written);
    }
  }
  const query = asked.toString().replaceAll('%2C', ',');
  return query ? '?' + query : './';
}

/** The attributes of a link to this view with those changes: to whatever is this view when it is followed. */
export function to(changes) {
  return { href: address(changes), 'data-go': JSON.stringify(changes) };
}

/** The changes that make another jurisdiction the one looked at. */
export function toPlace(code) {
  return { at: code, level: '', of: '' };
}

/** Goes to the view with those changes. */
export function go(changes) {
  history.pushState(null, '', address(changes));
  listeners.forEach(listener => listener());
}

/** Completes the address of the view that is shown; nothing to go back to. */
export function complete(changes) {
  history.replaceState(null, '', address(changes));
}

/** Calls back whenever another view is asked for: by a link of the page, by back and forward, or by go(). */
export function onView(listener) {
  listeners.push(listener);
  addEventListener('popstate', listener);
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-go]');
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      history.pushState(null, '', address(JSON.parse(link.dataset.go)));
      listener();
    }
  });
}

function list(text) {
  return text.split(',').filter(Boolean);
}

export { LEVELS };
