import { el } from './dom.js';
import { text } from './messages.js';

const MAX_ITEMS = 1000;

/** How many items of a list are shown: a few at first, more when asked for, a few again in another view. */
export class Paging {
  #few;
  #limit;
  #key = null;

  constructor(few) {
    this.#few = few;
  }

  limit(context) {
    if (this.#key !== context.key) {
      this.#key = context.key;
      this.#limit = this.#few;
    }
    return this.#limit;
  }

  /** The button for more, where there are more. */
  more(next, panel) {
    const more = () => {
      this.#limit = Math.min(this.#limit * 5, MAX_ITEMS);
      panel.reload();
    };
    return next && this.#limit < MAX_ITEMS
      && el('button', { type: 'button', 'data-key': 'more', click: more }, text('panel.more'));
  }
}
