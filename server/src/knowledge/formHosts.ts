import data from './form-hosts.json';

/** A company that receives forms for others. */
export interface FormProvider {
  readonly id: string;
  readonly name: string;
  /** Where it usually keeps data, as messages say it; undefined where that is not known. */
  readonly region: { readonly en: string; readonly fr: string } | undefined;
  /** What is sent to it enters somebody in a mailing list. */
  readonly enrols: boolean;
}

/** A package by which code sends forms to a company. */
export interface FormModule {
  readonly provider: FormProvider;
  readonly starts: readonly string[];
  readonly components: readonly string[];
}

const regions = data.regions as Readonly<Record<string, { readonly en: string; readonly fr: string }>>;
const suffixes = new Set(data.suffixes);
const secondLevel = new Set(data.secondLevel);

let hosts: Map<string, FormProvider> | undefined;

/** The company behind a host name, lower case. */
export function providerOfForms(host: string): FormProvider | undefined {
  hosts ??= compile();
  const exact = hosts.get(host);
  if (exact) return exact;
  for (let rest = `.${host}`; rest !== ''; rest = rest.slice(Math.max(1, rest.indexOf('.', 1)))) {
    const found = hosts.get(`*${rest}`);
    if (found) return found;
    if (rest.indexOf('.', 1) < 0) break;
  }
  return undefined;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly region?: string;
  readonly calls?: readonly string[];
  readonly modules?: readonly {
    readonly name: string;
    readonly starts?: readonly string[];
    readonly components?: readonly string[];
  }[];
}

const entries: readonly Entry[] = data.providers;
const providerIn = ({ id, name, region }: Entry): FormProvider => ({
  id,
  name,
  region: region === undefined ? undefined : regions[region],
  enrols: data.mailingLists.includes(id),
});

function compile(): Map<string, FormProvider> {
  return new Map(
    entries.flatMap((entry) => {
      const provider = providerIn(entry);
      return entry.hosts.map((host): [string, FormProvider] => [host, provider]);
    }),
  );
}

let modules: ReadonlyMap<string, FormModule> | undefined;

/** The company that a package sends forms to. */
export function formModule(name: string): FormModule | undefined {
  modules ??= new Map(
    entries.flatMap((entry) =>
      (entry.modules ?? []).map(({ name, starts = [], components = [] }): [string, FormModule] => [
        name,
        { provider: providerIn(entry), starts, components },
      ]),
    ),
  );
  return modules.get(name);
}

/** The company whose script is called by this name: `hbspt.forms.create`. */
export function providerOfCall(path: string): FormProvider | undefined {
  const name = path.replace(/^window\./, '');
  const entry = entries.find(({ calls }) => calls?.includes(name));
  return entry && providerIn(entry);
}

/** A host of a company that an entry is about, for the register: the first that is one and no pattern. */
export function hostOfProvider({ id }: FormProvider): string {
  const hosts = entries.find((entry) => entry.id === id)?.hosts ?? [];
  return hosts.find((host) => !host.startsWith('*.')) ?? hosts[0] ?? id;
}

const ADDRESSES = /https?:\/\/([\w-]+(?:\.[\w-]+)+)/g;

/** True where code may send a form to a company that receives forms for others. */
export function mayPostForms(text: string): boolean {
  if (!/FormData\b|\bfetch\b|axios|ajax|XMLHttpRequest/.test(text)) return false;
  for (const [, host = ''] of text.matchAll(ADDRESSES)) if (providerOfForms(host.toLowerCase())) return true;
  return false;
}

/** The part of a host name that its owner has registered. */
export function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const two = `${second}.${top}`;
  const shared = (top.length === 2 && secondLevel.has(second)) || suffixes.has(two);
  return shared ? labels.slice(-3).join('.') : two;
}
