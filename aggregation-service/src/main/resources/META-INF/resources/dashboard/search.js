import { go, toPlace } from './address.js';
import { ask } from './api.js';
import { combobox } from './combobox.js';
import { announce, el, named, replace } from './dom.js';
import { text } from './messages.js';

const SUBMISSION = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const CODE = /^(CN|\d{2,12})$/i;

/** The search in the page's head: jurisdictions by name or code, and what a submission came to. */
export function drawSearch() {
  replace(document.getElementById('search'), combobox({
    id: 'search-input',
    label: text('search.label'),
    hint: text('search.hint'),
    shortcut: 'Control+K',
    find: typed => (SUBMISSION.test(typed) ? findSubmission(typed) : findJurisdictions(typed)),
    choose: found => {
      go(found.to);
      announce(found.said ?? '');
    },
  }));
}

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    document.getElementById('search-input').focus();
  }
});

async function findJurisdictions(typed) {
  const found = await ask('jurisdictions', { ...(CODE.test(typed) ? { code: typed } : { name: typed }), limit: 12 });
  return found.map(one => ({
    key: one.code,
    nodes: [named(one), ' ', el('span', { class: 'soft' }, one.code)],
    detail: el('span', { lang: 'zh' }, one.parents.slice(0, -1).reverse().map(parent => parent.name).join(' › ')),
    to: toPlace(one.code),
  }));
}

/** What a submission came to; chosen, it leads to the figures that it is in. */
async function findSubmission(id) {
  try {
    const { outcome, jurisdiction, period, revision, notCounted = [] } = await ask(`submissions/${id}`);
    const said = text('outcome.' + (notCounted.length ? 'PARTLY_APPLIED' : outcome), { revision, n: notCounted.length });
    if (!jurisdiction) {
      return [{ note: said }];
    }
    const to = { ...toPlace(jurisdiction), period };
    return [{ key: id, nodes: [said], detail: `${jurisdiction} ${period}`, said, to }];
  } catch (e) {
    return [{ note: e.status === 404 ? text('search.unknownSubmission') : e.message }];
  }
}
