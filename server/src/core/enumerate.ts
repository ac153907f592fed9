/** Items one after another as a sentence names them. By hand: the runtime's own list formats take 20 ms to be loaded. */
export function enumerate(items: readonly string[], locale: 'en' | 'fr'): string {
  const [last = '', ...others] = [...items].reverse();
  if (others.length === 0) return last;
  const and = locale === 'fr' ? ' et ' : others.length > 1 ? ', and ' : ' and ';
  return others.reverse().join(', ') + and + last;
}
