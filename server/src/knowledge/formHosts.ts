import data from './form-hosts.json';

/** A company that receives forms for others. */
export interface FormProvider {
  readonly id: string;
  readonly name: string;
  /** Where it usually keeps data, as messages say it; undefined where that is not known. */
  readonly region: { readonly en: string; readonly fr: string } | undefined;
}

const regions = data.regions as Readonly<Record<string, { readonly en: string; readonly fr: string }>>;
const suffixes = new Set(data.suffixes);

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

function compile(): Map<string, FormProvider> {
  return new Map(
    data.providers.flatMap(({ id, name, hosts: names, ...rest }) => {
      const region = 'region' in rest && rest.region !== undefined ? regions[rest.region] : undefined;
      return names.map((host): [string, FormProvider] => [host, { id, name, region }]);
    }),
  );
}

/** The part of a host name that its owner has registered. */
export function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const two = labels.slice(-2).join('.');
  return suffixes.has(two) ? labels.slice(-3).join('.') : two;
}
