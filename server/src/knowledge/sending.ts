import data from './sending.json';

export type AddressRole = 'from' | 'reply-to' | 'to' | 'contact';

const roles: readonly (readonly [AddressRole, ReadonlySet<string>])[] = [
  ['reply-to', new Set(data.roles['reply-to'])],
  ['from', new Set(data.roles.from)],
  ['to', new Set(data.roles.to)],
  ['contact', new Set(data.contact)],
];

/**
 * What an address is used for, by its setting's name: `replyTo`, `MAIL_FROM_ADDRESS`, `setFrom`, `defaultSender`.
 * The whole name decides, else the run of words at its end, then at its start.
 */
export function roleOfAddress(name: string): AddressRole | undefined {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/).filter(Boolean);
  for (let size = words.length; size > 0; size--) {
    for (const run of [words.slice(-size), words.slice(0, size), ...inner(words, size)]) {
      const found = roles.find(([, names]) => names.has(run.join('')));
      if (found) return found[0];
    }
  }
  return undefined;
}

function inner(words: readonly string[], size: number): string[][] {
  return words.slice(1, Math.max(1, words.length - size)).map((_, i) => words.slice(i + 1, i + 1 + size));
}
