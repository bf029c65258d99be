// What embed.js brings to a page, for those who write TypeScript. Additions will come; what is here stays.

/** The code of what failed, which never changes its meaning. There may be more of them later. */
export type ColdstartFailCode =
  | 'blocked-by-policy'
  | 'broken-file'
  | 'browser-too-old'
  | 'engine-broken'
  | 'engine-silent'
  | 'file-missing'
  | 'no-answer'
  | 'no-code'
  | 'other-build'
  | 'unreachable'
  | 'wasm-blocked'
  | 'worker-blocked'
  | 'worker-failed'
  | 'wrong-type'
  | (string & {});

/** What every event carries: the version of its shape. */
export interface ColdstartDetail {
  readonly v: 1;
}

/** The reader is about to send requests; `preventDefault()` calls it off. */
export interface ColdstartRunDetail extends ColdstartDetail {
  /** How many at once. */
  readonly requests: number;
}

/** All requests were answered. The numbers speak of everything since the pool was empty. */
export interface ColdstartResultDetail extends ColdstartDetail {
  readonly requests: number;
  /** Requests that started a container. */
  readonly coldStarts: number;
  /** Requests that the concurrency limit refused. */
  readonly throttled: number;
  /** Requests that ended in an error, a timeout or a crash. */
  readonly failed: number;
  /** Billed time under the chosen rule book, in whole milliseconds. */
  readonly billedMs: number;
  /** The HTTP status of the last answer; null if there was none. */
  readonly status: number | null;
}

/** Something could not be loaded, or broke down. The author's code stays readable. */
export interface ColdstartFailDetail extends ColdstartDetail {
  readonly what: 'playground' | 'code editor' | 'engine';
  readonly code: ColdstartFailCode;
  /** What happened, in words for readers. */
  readonly message: string;
  /** What the owner of the site can do about it. */
  readonly next: string;
}

export interface ColdstartEventMap {
  'coldstart-ready': CustomEvent<ColdstartDetail>;
  'coldstart-run': CustomEvent<ColdstartRunDetail>;
  'coldstart-result': CustomEvent<ColdstartResultDetail>;
  'coldstart-fail': CustomEvent<ColdstartFailDetail>;
}

/** `<coldstart-lab>`: its content is the handler, in a `<pre><code>`. */
export interface ColdstartLabElement extends HTMLElement {
  readonly shadowRoot: ShadowRoot;
}

/** The attributes, all of them optional. A word that means nothing is said in the console and below the lab. */
export interface ColdstartLabAttributes {
  /** Which export is called: `index.myHandler` or only `myHandler`. */
  handler?: string;
  /** Megabytes that the rule book sells, such as `256`. */
  memory?: string | number;
  /** The rule book, such as `aws-2016-12`. */
  tariff?: string;
  /** What the request line holds at first, such as `GET /kites?colour=red`. */
  request?: string;
  /** The code can be read and run, not changed. */
  readonly?: boolean | '';
  /** Tells this lab from others of the page, for readers and for drafts. */
  name?: string;
  theme?: 'auto' | 'light' | 'dark';
  /** When the lab comes alive: near the window, when the reader asks for it, at once. */
  loading?: 'visible' | 'click' | 'eager';
}

declare global {
  interface HTMLElementTagNameMap {
    'coldstart-lab': ColdstartLabElement;
  }

  // The events bubble and are composed, so they are heard on the element and on everything around it.
  interface HTMLElementEventMap extends ColdstartEventMap {}
  interface DocumentEventMap extends ColdstartEventMap {}
  interface WindowEventMap extends ColdstartEventMap {}
}
