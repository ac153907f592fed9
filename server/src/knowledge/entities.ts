import data from './entities.json';

const named = new Map<string, number>(Object.entries(data.entities));

/** The character that an entity stands for (`eacute`, `#233`, `#xE9`); undefined where there is none. */
export function entity(name: string): string | undefined {
  const code = name.startsWith('#') ? numeric(name) : named.get(name);
  return code !== undefined && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function numeric(name: string): number | undefined {
  const code = /^#x[\da-f]+$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#\d+$/.test(name)
      ? Number(name.slice(1))
      : Number.NaN;
  return Number.isNaN(code) ? undefined : code;
}
