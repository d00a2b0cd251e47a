/**
 * An element. Functions among the attributes are event listeners; null, undefined and false leave one out. Children are
 * nodes or text, never markup.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat(2).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** Gives a node new children; the element with the same id or data-key as the focused one before keeps the focus. */
export function replace(node, ...children) {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const { id, dataset } = focused ?? { dataset: {} };
  node.replaceChildren(...children.flat(2).filter(child => child !== null && child !== undefined && child !== false));
  if (focused && !node.contains(focused)) {
    const same = id ? node.querySelector('#' + CSS.escape(id))
      : dataset.key && node.querySelector(`[data-key="${CSS.escape(dataset.key)}"]`);
    same?.focus({ preventScroll: true });
  }
}

/** Sets a text only where it differs, so that a screen reader and the layout are left alone. Says whether it did. */
export function setText(node, text) {
  if (node.textContent === text) {
    return false;
  }
  node.textContent = text;
  return true;
}

/** A jurisdiction's name, marked as Chinese whatever the page's language. */
export function named(jurisdiction) {
  return el('span', { lang: 'zh' }, jurisdiction.name);
}

let announced = 0;
let waiting = null;

/** Says something to screen readers, politely: at most one sentence in some seconds, the newest. */
export function announce(sentence) {
  waiting = sentence;
  const wait = Math.max(0, announced + 4000 - Date.now());
  setTimeout(() => {
    if (waiting === sentence) {
      announced = Date.now();
      waiting = null;
      document.getElementById('announcer').textContent = sentence;
    }
  }, wait);
}
