import { NoConnection, Refusal, send } from './api.js';
import { readEvents } from './event-stream.js';
import { parseExactly } from './exact-json.js';

const FIRST_PAUSE = 500;
const MAX_PAUSE = 10_000;
const SILENCE = 40_000; // the service sends a comment every 15 s

/**
 * Follows the changes below a jurisdiction, and comes again whenever the stream ends.
 *
 * Tells: connected(), lost(reason), rollup(rollup), reset() when everything has to be read again, refused(refusal).
 */
export class Live {
  #tell;
  #abort = null;
  #last = null;
  #pause = FIRST_PAUSE;
  #again = null;
  #asked = null;
  #isStreaming = false;

  constructor(tell) {
    this.#tell = tell;
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => document.hidden || this.hurry());
  }

  /** Whether changes are told now. */
  get isStreaming() {
    return this.#isStreaming;
  }

  /** Follows another jurisdiction, from now on. */
  follow(under, levels) {
    const asked = { under, level: levels };
    if (JSON.stringify(asked) === JSON.stringify(this.#asked)) {
      return;
    }
    this.stop();
    this.#asked = asked;
    this.#last = null;
    this.#pause = FIRST_PAUSE;
    this.#connect();
  }

  stop() {
    clearTimeout(this.#again);
    this.#again = null;
    this.#asked = null;
    this.#abort?.abort();
  }

  async #connect() {
    this.#isStreaming = false;
    const abort = new AbortController();
    this.#abort = abort;
    this.#again = null;
    const silence = new Silence(() => abort.abort(new NoConnection('silence')));
    try {
      const headers = { Accept: 'text/event-stream', ...(this.#last && { 'Last-Event-ID': this.#last }) };
      const resumes = this.#last !== null;
      const response = await send('changes', this.#asked, { headers, signal: abort.signal });
      await readEvents(response, event => {
        silence.broken();
        if (this.#abort === abort) {
          this.#take(event, resumes);
        }
      });
      this.#lost(abort, new NoConnection('end'));
    } catch (e) {
      if (e instanceof Refusal && (e.status === 401 || e.status === 403)) {
        this.#tell.refused(e);
      } else {
        this.#lost(abort, e);
      }
    } finally {
      silence.end();
    }
  }

  #take(event, resumes) {
    // A new stream says when it is ready; one that goes on only shows, by a comment, that it is there.
    if (!this.#isStreaming && (event !== null || resumes)) {
      this.#isStreaming = true;
      this.#pause = FIRST_PAUSE;
      this.#tell.connected();
    }
    if (event === null) {
      return;
    }
    this.#last = event.id ?? this.#last;
    if (event.type === 'reset') {
      this.#tell.reset();
    } else if (event.type === 'rollup') {
      this.#tell.rollup(parseExactly(event.data));
    }
  }

  #lost(abort, reason) {
    if (this.#abort !== abort || this.#asked === null) {
      return;
    }
    this.#isStreaming = false;
    this.#tell.lost(reason);
    this.#again = setTimeout(() => this.#connect(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, MAX_PAUSE);
  }

  /** Comes again now instead of after a pause: the service is there. */
  hurry() {
    if (this.#again !== null) {
      clearTimeout(this.#again);
      this.#connect();
    }
  }
}

/** Calls back when nothing was heard for too long. */
class Silence {
  #act;
  #timer;

  constructor(act) {
    this.#act = act;
    this.broken();
  }

  broken() {
    this.end();
    this.#timer = setTimeout(this.#act, SILENCE);
  }

  end() {
    clearTimeout(this.#timer);
  }
}
