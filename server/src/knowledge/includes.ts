import data from './includes.json';

/** The files that may be meant by the name of a partial or layout, the likeliest first, each relative to some folder. */
export function includeNames(key: string, path: string): string[] {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dotted = data.dotted.some((ending) => file.endsWith(ending)) && !key.includes('/');
  const name = (dotted ? key.replaceAll('.', '/') : key).replace(/^\//, '');
  const endings = new Set([file.slice(Math.max(0, file.indexOf('.'))), file.slice(file.lastIndexOf('.'))]);
  const named = /\.[a-z\d]+$/i.test(name) && !dotted ? [name] : [];
  const written = [...named, ...[...endings].map((ending) => name + ending)];
  const names = written.flatMap((n) => [n, n.replace(/([^/]*)$/, '_$1')]);
  if (/^\.\.?\//.test(name)) return named.length > 0 ? named : names;
  return [...names, ...data.folders.flatMap((folder) => names.map((n) => `${folder}/${n}`))];
}

/** The files that may be meant by an import, with the name of what is imported behind a `#`. */
export function moduleNames(key: string): string[] {
  const module = key.replace(/#.*$/s, '');
  const alias = Object.entries(data.aliases).find(([begins]) => module.startsWith(begins));
  if (!alias && !/^\.\.?\//.test(module)) return [];
  const name = alias ? alias[1] + module.slice(alias[0].length) : module;
  return [name, ...data.modules.map((ending) => name.replace(/\.[mc]?jsx?$/, '') + ending)];
}
