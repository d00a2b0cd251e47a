import { to, view } from './address.js';
import { send } from './api.js';
import { el, replace } from './dom.js';
import { reasonOf } from './gate.js';
import { text } from './messages.js';

/**
 * A part of the page that loads and draws itself: loading, error and empty states, the switch between chart and table,
 * exports.
 *
 * What it shows is {title(context), load(context, signal), draw(context, data), charted?, wide?, controls?(context),
 * export?(context)}: load gives the data, draw the nodes, export {path, parameters} of the call that gives a file.
 */
export class Panel {
  #section;
  #shown;
  #context = null;
  #data = null;
  #abort = null;
  #drawn = null; // what head and body show, so that only what changed is drawn anew
  #headed = null;
  #head;
  #body;

  constructor(id, shown) {
    this.#shown = shown;
    this.#head = el('div', { class: 'panel-head' });
    this.#body = el('div', { class: 'panel-body' });
    this.#section = el('section',
      { id, class: shown.wide ? 'panel wide' : 'panel', 'aria-labelledby': id + '-title' }, this.#head, this.#body);
    document.getElementById('panels').append(this.#section);
  }

  /** Shows another view, or the same one anew. */
  async load(context) {
    const same = this.#context?.key === context.key && this.#data !== null;
    this.#context = context;
    this.#abort?.abort();
    const abort = this.#abort = new AbortController();
    this.#section.setAttribute('aria-busy', 'true');
    this.#drawHead();
    if (!same) {
      this.#data = null;
      this.#drawn = null;
      replace(this.#body, skeleton());
    }
    try {
      this.#data = await this.#shown.load(context, abort.signal);
      this.#drawBody();
    } catch (e) {
      if (abort.signal.aborted) {
        return;
      }
      if (!same || e.status) {
        this.#data = null;
        this.#drawn = null;
        replace(this.#body, this.#failure(e));
      }
    }
    this.#section.removeAttribute('aria-busy');
  }

  /** Loads the same view again, because something changed. */
  reload() {
    return this.#context && this.load(this.#context);
  }

  #drawBody() {
    const { key, indicator, rollup } = this.#context;
    const drawn = JSON.stringify([key, location.search, this.#data, rollup.indicators[indicator.code]]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      const scrolled = this.#tables().map(table => table.scrollTop);
      replace(this.#body, this.#shown.draw(this.#context, this.#data, this));
      this.#tables().forEach((table, index) => { table.scrollTop = scrolled[index] ?? 0; });
    }
  }

  #tables() {
    return [...this.#body.querySelectorAll('.table')];
  }

  #failure(e) {
    return el('div', { class: 'notice', role: 'alert' },
      el('p', {}, reasonOf(e)),
      el('button', { type: 'button', click: () => this.reload() }, text('panel.retry')));
  }

  #drawHead() {
    const headed = this.#context.key + location.search;
    if (headed === this.#headed) {
      return;
    }
    this.#headed = headed;
    const id = this.#section.id;
    replace(this.#head,
      el('h2', { id: id + '-title' }, this.#shown.title(this.#context)),
      el('div', { class: 'panel-tools' },
        this.#shown.controls?.(this.#context),
        this.#shown.charted && this.#chartOrTable(id),
        this.#shown.export && ['csv', 'xlsx'].map(format => this.#exportButton(id, format))));
  }

  #chartOrTable(id) {
    const tables = view().tables;
    const isTable = tables.includes(id);
    const other = isTable ? tables.filter(table => table !== id) : [...tables, id];
    return el('a', { class: 'button', ...to({ tables: other }), 'data-key': id + '-table' },
      text(isTable ? 'panel.asChart' : 'panel.asTable'), el('span', { class: 'unseen' }, ' ', this.#name()));
  }

  #exportButton(id, format) {
    const { path, parameters } = this.#shown.export(this.#context) ?? {};
    const save = async event => {
      const button = event.currentTarget;
      button.disabled = true;
      try {
        await download(path, { ...parameters, format });
      } catch (e) {
        replace(this.#body, this.#failure(e));
      } finally {
        button.disabled = false;
      }
    };
    return path && el('button', { type: 'button', 'data-key': `${id}-${format}`, click: save },
      format.toUpperCase(), el('span', { class: 'unseen' }, ' ', text('panel.export'), ' ', this.#name()));
  }

  #name() {
    return this.#shown.title(this.#context);
  }
}

function skeleton() {
  return el('div', { class: 'skeleton', role: 'status' }, el('span', { class: 'unseen' }, text('panel.loading')));
}

async function download(path, parameters) {
  const answer = await send(path, parameters, { headers: { Accept: '*/*' } });
  const disposition = answer.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  const name = encoded ? decodeURIComponent(encoded) : /filename="([^"]+)/.exec(disposition)?.[1] ?? 'huizong';
  const link = el('a', { href: URL.createObjectURL(await answer.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
