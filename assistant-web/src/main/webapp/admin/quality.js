import { Cases } from './cases.js';
import { Feedback } from './feedback.js';
import { Runs } from './runs.js';

/** What people say about answers, the stored cases that come of it, and runs of these. */
export class Quality {
  #cases = new Cases((ids, name) => this.#runs.prepare(ids, name));
  #feedback = new Feedback((entry) => this.#cases.begin(entry));
  #runs = new Runs();

  constructor() {
    this.#cases.changed = () => {
      this.#runs.casesAre(this.#cases.sets, this.#cases.languages);
      this.#feedback.load();
    };
    this.elements = [this.#feedback.element, ...this.#cases.elements, ...this.#runs.elements];
  }

  async load() {
    await Promise.all([this.#feedback.load(), this.#cases.load(), this.#runs.load()]);
    this.#runs.casesAre(this.#cases.sets, this.#cases.languages);
  }

  resume() {
    this.#runs.load();
  }

  pause() {
    this.#runs.pause();
  }
}
