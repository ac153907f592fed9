import { section } from '../protocol.js';
import { type Locale, locales, type Severity, severities } from '../rules/rule.js';

/** The editor's settings of section `privacylint` for one resource. */
export interface Settings {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  /** Rule id → severity; wins over `.privacylint.json`. */
  readonly rules: Readonly<Record<string, 'off' | Severity>>;
  /** Path of a configuration file to use instead of the nearest one. */
  readonly configuration: string | undefined;
  readonly workspaceDiagnostics: boolean;
  /** Undefined: the editor's language. */
  readonly locale: Locale | undefined;
}

/** Reads settings as a client sends them; a value that is wrong counts as not given. */
export function readSettings(raw: unknown): Settings {
  const given = isRecord(raw) ? raw : {};
  const rules = isRecord(given.rules) ? Object.entries(given.rules) : [];
  return {
    enable: given.enable !== false,
    run: given.run === 'onSave' ? 'onSave' : 'onType',
    rules: Object.fromEntries(
      rules.filter((entry): entry is [string, 'off' | Severity] => isSetting(entry[1])),
    ),
    configuration: readPath(given.configuration),
    workspaceDiagnostics: given.workspaceDiagnostics === true,
    locale: locales.find((locale) => locale === given.locale),
  };
}

/** Settings by resource, asked of the client once until something changes. */
export class SettingsStore {
  readonly #cache = new Map<string, Promise<Settings>>();
  #given: Settings;

  /**
   * @param ask what the client has for a resource, or for all without one; undefined where it cannot be asked.
   * @param given the settings until the client sends others.
   */
  constructor(
    private readonly ask: ((uri: string | undefined) => Promise<unknown>) | undefined,
    given: unknown,
  ) {
    this.#given = readSettings(given);
  }

  /** Never rejects: a client that fails to answer has the settings given before. */
  of(uri?: string): Promise<Settings> {
    if (!this.ask) return Promise.resolve(this.#given);
    const key = uri ?? '';
    let settings = this.#cache.get(key);
    if (!settings) {
      settings = this.ask(uri).then(readSettings, () => this.#given);
      this.#cache.set(key, settings);
    }
    return settings;
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }

  /** @param payload `settings` of `workspace/didChangeConfiguration`; null from clients that want to be asked. */
  changed(payload: unknown): void {
    this.#cache.clear();
    if (isRecord(payload)) this.#given = readSettings(payload[section] ?? payload);
  }
}

function isSetting(value: unknown): value is 'off' | Severity {
  return value === 'off' || severities.some((severity) => severity === value);
}

/** A network path is none: merely opening it would tell another machine who asks. */
function readPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '' || /^[\\/]{2}/.test(value.trim())) return undefined;
  return value.trim();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
