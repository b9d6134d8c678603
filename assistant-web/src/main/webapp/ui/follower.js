const NEAR = 24;

/** Keeps the newest text in view, unless the reader has scrolled up. */
export class Follower {
  #box;
  #last = 0;
  #following = true;

  constructor(box) {
    this.#box = box;
    box.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  /** Follows from now on, whatever the reader did before. */
  start() {
    this.#following = true;
    this.follow();
  }

  follow() {
    if (!this.#following) return;
    this.#box.scrollTop = this.#box.scrollHeight;
    this.#last = this.#box.scrollTop;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#box;
    if (scrollHeight - clientHeight - scrollTop <= NEAR) this.#following = true;
    else if (scrollTop < this.#last) this.#following = false;
    this.#last = scrollTop;
  }
}
