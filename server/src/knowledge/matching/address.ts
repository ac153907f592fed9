/** An address as far as it says who answers it: `//www.example.org/a/b?c`, `.example.org/a.js`, `/assets/a.js`. */
export interface Address {
  /** Lower case; empty where the address names none. */
  readonly host: string;
  /** Lower case, with what follows, without the first slash. */
  readonly path: string;
}

/** What code or a template fills in may be the first label: `https://${site}.example.org/`. */
const FULL =
  /^\s*(?:https?:)?\/\/(?:(?:\$\{|\{\{|<%=|<\?=)[^{}<>]{1,80}(?:\}\}?|[%?]>)\.)?([a-z0-9*.-]+)(?::\d+)?(?:\/([^\s]*)|[?#][^\s]*)?/i;
/** The end of a host name that code puts together (`(ssl ? 'https://ssl' : 'http://www') + '.example.org/a.js'`), or one without a scheme. */
const HALF = /^\.?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})\/([^\s]+)/i;
const LOCAL = /^([\w./-]*\.(?:js|php)(?:[?#].*)?)$/i;

export function addressOf(text: string): Address | undefined {
  const full = FULL.exec(text) ?? HALF.exec(text.trim());
  if (full) return { host: (full[1] ?? '').toLowerCase(), path: (full[2] ?? '').toLowerCase() };
  const local = LOCAL.exec(text.trim());
  return local ? { host: '', path: (local[1] ?? '').replace(/^[./]+/, '').toLowerCase() } : undefined;
}

interface Pattern<T> {
  readonly value: T;
  readonly path: RegExp | undefined;
  readonly length: number;
}

/**
 * Finds what an address belongs to by patterns `host/path`: the host with all its subdomains, the path with all that
 * begins with it. A star stands for one segment of the path, for one or two labels at the end of a host (`google.*`), or,
 * as the whole host, for any host, the page's own included.
 */
export class AddressBook<T> {
  readonly #hosts = new Map<string, Pattern<T>[]>();
  readonly #anywhere: Pattern<T>[] = [];
  /** The last two labels of every host, and the last one of those that end with a star: most hosts are none of these. */
  readonly #ends = new Set<string>();
  readonly #open = new Set<string>();

  constructor(entries: Iterable<readonly [pattern: string, value: T]>) {
    for (const [written, value] of entries) {
      const slash = written.indexOf('/');
      const host = slash < 0 ? written : written.slice(0, slash);
      const path = slash < 0 ? '' : written.slice(slash + 1).toLowerCase();
      const pattern = {
        value,
        length: written.length,
        path: path === '' ? undefined : pathPattern(path, host === '*'),
      };
      if (host === '*') this.#anywhere.push(pattern);
      else {
        const key = host.replace(/^\*\./, '');
        this.#hosts.set(key, [...(this.#hosts.get(key) ?? []), pattern]);
        if (key.endsWith('.*')) this.#open.add(key.split('.').at(-2) ?? '');
        else this.#ends.add(lastLabels(key));
      }
    }
  }

  /** Every host that an address is known by; stars at the end are left out. */
  has(host: string): boolean {
    if (!this.#ends.has(lastLabels(host)) && !host.split('.').some((label) => this.#open.has(label)))
      return false;
    return keysOf(host).some((key) => this.#hosts.has(key));
  }

  /** The value of the longest pattern that fits. */
  find({ host, path }: Address): T | undefined {
    const near = keysOf(host).flatMap((key) => this.#hosts.get(key) ?? []);
    const fitting = [...near, ...this.#anywhere].filter((p) => p.path === undefined || p.path.test(path));
    return fitting.reduce<Pattern<T> | undefined>((a, b) => (a && a.length >= b.length ? a : b), undefined)
      ?.value;
  }
}

function lastLabels(host: string): string {
  return host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
}

/** The host and the domains above it; those of a country also with a star for its end. */
function keysOf(host: string): string[] {
  const labels = host.split('.');
  const keys: string[] = [];
  for (let from = 0; from < labels.length - 1; from++) {
    keys.push(labels.slice(from).join('.'));
    for (const ending of [1, 2]) {
      const end = labels.length - ending;
      if (end > from) keys.push(`${labels.slice(from, end).join('.')}.*`);
    }
  }
  return keys;
}

function pathPattern(path: string, atEnd: boolean): RegExp {
  const source = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*');
  return new RegExp(atEnd ? `(?:^|/)${source}(?:[?#]|$)` : `^${source}`);
}
