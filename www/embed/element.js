// <coldstart-lab>: a lab on anybody's page. What the page's author wrote in it, the code in a <pre>, stays where it is and
// is what a reader sees until the lab is alive, and again if that fails.

import { attributeNames, plainWord, wordsFor } from './attributes.js';
import { hostFor } from './host.js';
import { keepKeysInside } from './keys.js';
import { linesIn } from './lines.js';
import { loadPage, loadStyles } from './loading.js';
import { nameLabs } from './names.js';
import { nextTask } from './next-task.js';
import { shellOf } from './shell.js';
import { Trouble } from './trouble.js';

const tag = 'coldstart-lab';
const labs = new WeakMap();
const connected = new Set();

class ColdstartLab extends HTMLElement {
  static observedAttributes = attributeNames;

  constructor() {
    super();
    labs.set(this, new EmbeddedLab(this));
  }

  connectedCallback() {
    labs.get(this).enter();
  }

  disconnectedCallback() {
    labs.get(this).leave();
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now) labs.get(this).hear(name);
  }

  // Shortcuts that a page catches before anybody else see this element as the place of each key. Those that spare text
  // fields ask this.
  get isContentEditable() {
    return this.shadowRoot?.activeElement?.matches('input, textarea, select, .editor') ?? false;
  }
}

/** Makes the element known, unless another copy of this script has done so. */
export function defineElement() {
  if (!customElements.get(tag)) customElements.define(tag, ColdstartLab);
}

const nearby = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) labs.get(target).wake();
  }
}, { rootMargin: '200px' });

class EmbeddedLab {
  constructor(element) {
    this.element = element;
    this.root = element.attachShadow({ mode: 'open' });
    this.shell = shellOf(this.root);
    this.lines = linesIn(this.shell.lines);
    this.host = hostFor(element, this.lines);
    // `resting` until the reader comes near, then `waking`, then `alive` or `failed`.
    this.state = 'resting';
    this.mounted = null;
    this.turn = 0; // Tells an attempt to wake from a later one.
    this.kept = undefined; // The reader's text, while the element is in no page.
    this.label = '';
    keepKeysInside(this.root);
    // Code that a script puts in later.
    this.shell.slot.addEventListener('slotchange', () => {
      if (this.state === 'failed' && this.hasNoCode) this.rest();
    });
  }

  enter() {
    connected.add(this);
    nameLabs(connected);
    if (this.state === 'resting') this.rest();
  }

  /** Gone for good or only on the way to another place: that is known when the script that took it away has ended. */
  leave() {
    connected.delete(this);
    nearby.unobserve(this.element);
    nameLabs(connected);
    queueMicrotask(() => {
      if (this.element.isConnected) return;
      this.kept = this.mounted?.unmount();
      this.mounted = null;
      this.state = 'resting';
      this.shell.showCode();
    });
  }

  /** Waits for what `loading` names. */
  rest() {
    this.state = 'resting';
    this.lines.clear('playground');
    nearby.unobserve(this.element);
    this.shell.offer(null);
    const loading = plainWord(this.element, 'loading', this.host);
    plainWord(this.element, 'theme', this.host);
    if (loading === 'eager') this.wake();
    else if (loading === 'click') this.shell.offer(() => this.wake());
    else nearby.observe(this.element);
  }

  async wake() {
    if (this.state !== 'resting' || !this.element.isConnected) return;
    this.state = 'waking';
    this.turn += 1;
    const { turn } = this;
    const isOver = () => this.state !== 'waking' || this.turn !== turn; // It has left in the meantime.
    nearby.unobserve(this.element);
    this.shell.offer(null);
    try {
      const [page, sheet] = await Promise.all([loadPage(), loadStyles()]);
      if (isOver()) return;
      const code = this.code();
      const place = this.shell.showLab(sheet, plainWord(this.element, 'theme', this.host), this.scheme());
      Object.assign(place.dataset, { code, label: this.label, ...wordsFor(this.element) });
      this.place = place;
      this.mounted = page.mount(place, this.host, this.kept);
      this.kept = undefined;
      await nextTask(); // Yew draws in microtasks.
      if (isOver()) return;
      this.state = 'alive';
      this.host.announce('ready');
    } catch (error) {
      if (isOver()) return;
      this.mounted = null;
      this.state = 'failed';
      this.shell.showCode();
      this.host.fail('playground', error);
    }
  }

  /** An attribute has changed. */
  hear(name) {
    if (name === 'name' || name === 'id') nameLabs(connected);
    if (name === 'loading') {
      if (this.element.isConnected && this.state === 'resting') this.rest();
      else plainWord(this.element, name, this.host);
    }
    if (name === 'theme') this.shell.setTheme(plainWord(this.element, 'theme', this.host), this.scheme());
    this.update();
  }

  setLabel(label) {
    if (label === this.label) return;
    this.label = label;
    this.update();
  }

  update() {
    if (!this.mounted) return;
    const words = wordsFor(this.element);
    for (const name of Object.keys(this.place.dataset)) {
      if (name !== 'code' && !(name in words)) delete this.place.dataset[name];
    }
    Object.assign(this.place.dataset, { label: this.label, ...words });
    this.mounted.update();
  }

  /** Which colour scheme the page has decided on around this element; nothing if it has not said. */
  scheme() {
    const { colorScheme } = getComputedStyle(this.element);
    return colorScheme === 'normal' ? '' : colorScheme;
  }

  code() {
    const { element } = this;
    const source = element.querySelector('pre code') ?? element.querySelector('pre, code') ?? element;
    // HTML takes away a line break behind <pre>, but not one behind <pre><code>.
    const code = source.textContent.replace(/^\n/, '').replace(/\s+$/, '\n');
    this.hasNoCode = code.trim() === '';
    if (!this.hasNoCode) return code.replace(/\n$/, '');
    throw new Trouble('no-code', 'there is no code in it', 'Put the handler into the element: <coldstart-lab><pre><code>…</code></pre></coldstart-lab>.');
  }
}
