/**
 * Texts that are hard for a regular expression, made from its own structure: what each repetition repeats, what must
 * stand before it, and both together, over and over, with an end at which the whole cannot match.
 * @returns texts of about so many UTF-16 units, the same ones in the same order for every length
 */
export function hardTexts({ source, flags }: RegExp): (length: number) => string[] {
  const { tree, atoms } = parse(source, flags.replace(/[gyd]/g, ''));
  const letters = rankedLetters(source, atoms);
  const pumps = new Set<string>();
  const starts = new Set<string>(['']);
  const visit = (node: Node, before: string): void => {
    if (node.kind === 'choice') for (const option of node.options) visit(option, before);
    else if (node.kind === 'sequence') {
      let reached = before;
      for (const part of node.parts) {
        visit(part, reached);
        reached += sampleOf(part, letters);
      }
    } else if (node.kind === 'repeat') {
      visit(node.body, before);
      if (node.most < LARGE) return;
      for (const letter of letters) {
        const body = sampleOf(node.body, [letter, ...letters]);
        if (body === '') continue;
        pumps.add(body);
        if (before !== '') pumps.add(before + body);
      }
      for (const option of optionsOf(node.body)) pumps.add(sampleOf(option, letters));
      if (before !== '') {
        pumps.add(before);
        starts.add(before);
      }
    } else if (node.kind === 'look') visit(node.body, before);
  };
  visit(tree, '');
  pumps.delete('');
  return (length) => {
    const texts: string[] = [];
    for (const start of [...starts].slice(0, MOST_STARTS)) {
      for (const pump of [...pumps].slice(0, MOST_PUMPS)) {
        const body = start + pump.repeat(Math.ceil(length / pump.length));
        for (const end of ['', '\u0001', '\n!']) texts.push(body + end);
      }
    }
    return texts;
  };
}

/** A repetition up to so many times counts as one without end. */
const LARGE = 200;
const MOST_STARTS = 6;
const MOST_PUMPS = 40;

interface Atom {
  readonly kind: 'atom';
  readonly accepts: RegExp;
  /** Some letter that it takes, once looked for. */
  letter?: string;
}

type Node =
  | Atom
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly body: Node; readonly least: number; readonly most: number }
  | { readonly kind: 'look'; readonly body: Node }
  | { readonly kind: 'nothing' };

function parse(source: string, flags: string): { tree: Node; atoms: readonly Atom[] } {
  const atoms: Atom[] = [];
  let position = 0;
  const atomOf = (written: string): Node => {
    const atom: Atom = { kind: 'atom', accepts: new RegExp(`^(?:${written})$`, flags) };
    atoms.push(atom);
    return atom;
  };
  const take = (pattern: RegExp): string | undefined => {
    const found = new RegExp(pattern, 'suy');
    found.lastIndex = position;
    const taken = found.exec(source)?.[0];
    if (taken !== undefined) position += taken.length;
    return taken;
  };
  const choice = (): Node => {
    const options = [sequence()];
    while (take(/\|/) !== undefined) options.push(sequence());
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options };
  };
  const sequence = (): Node => {
    const parts: Node[] = [];
    while (position < source.length && source[position] !== '|' && source[position] !== ')')
      parts.push(quantified(single()));
    return { kind: 'sequence', parts };
  };
  const single = (): Node => {
    if (take(/\^|\$|\\[bB]/) !== undefined) return { kind: 'nothing' };
    const look = take(/\(\?<?[=!]/);
    if (look !== undefined || take(/\((?:\?(?::|<\w+>))?/) !== undefined) {
      const body = choice();
      take(/\)/);
      return look === undefined ? body : { kind: 'look', body };
    }
    if (take(/\\(?:[1-9]\d*|k<\w+>)/) !== undefined) return { kind: 'nothing' };
    const written =
      take(/\[(?:\\.|[^\]\\])*\]/) ??
      take(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)/) ??
      take(/./);
    return atomOf(written ?? '');
  };
  const quantified = (body: Node): Node => {
    const written = take(/[*+?]\??|\{\d+(?:,\d*)?\}\??/);
    if (written === undefined) return body;
    const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(written) ?? [];
    if (least !== undefined) {
      const highest = most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least);
      return { kind: 'repeat', body, least: Number(least), most: highest };
    }
    const least0 = written.startsWith('+') ? 1 : 0;
    return {
      kind: 'repeat',
      body,
      least: least0,
      most: written.startsWith('?') ? 1 : Number.POSITIVE_INFINITY,
    };
  };
  const tree = choice();
  if (position < source.length) throw new Error(`Not read to its end: /${source}/ at ${position}`);
  return { tree, atoms };
}

const ORDINARY = ['a', 'A', '1', ' ', '\t', '\n', '_', '-', '.', '<', '"', '(', '{', 'é', ','];

/** Letters that some place of the expression takes, those first that the most places take. */
function rankedLetters(source: string, atoms: readonly Atom[]): string[] {
  const seen = [...new Set([...ORDINARY, ...source])];
  const places = new Map(
    seen.map((letter) => [letter, atoms.filter(({ accepts }) => accepts.test(letter)).length]),
  );
  const taken = seen.filter((letter) => (places.get(letter) ?? 0) > 0);
  return taken.sort((a, b) => (places.get(b) ?? 0) - (places.get(a) ?? 0)).slice(0, MOST_LETTERS);
}

const MOST_LETTERS = 14;

/** A short text that a part takes, of the first letters that fit. */
function sampleOf(node: Node, letters: readonly string[]): string {
  switch (node.kind) {
    case 'atom':
      return letterOf(node, letters);
    case 'sequence':
      return node.parts.map((part) => sampleOf(part, letters)).join('');
    case 'choice':
      return sampleOf(node.options[0] ?? { kind: 'nothing' }, letters);
    case 'repeat':
      return sampleOf(node.body, letters).repeat(Math.min(node.least, LARGE));
    default:
      return '';
  }
}

function optionsOf(node: Node): readonly Node[] {
  if (node.kind === 'choice') return node.options;
  return node.kind === 'sequence' && node.parts.length === 1 && node.parts[0] ? optionsOf(node.parts[0]) : [];
}

function letterOf(atom: Atom, letters: readonly string[]): string {
  const known = letters.find((letter) => atom.accepts.test(letter));
  if (known !== undefined) return known;
  if (atom.letter !== undefined) return atom.letter;
  let code = 0x20;
  while (code < LAST_LETTER && !atom.accepts.test(String.fromCharCode(code))) code++;
  atom.letter = String.fromCharCode(code);
  return atom.letter;
}

const LAST_LETTER = 0x3000;
