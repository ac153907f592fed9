const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)template(?=[\s/>]|$)/g;
const LINE_TAG = /^<(\/?)(template|script|style)\b/gm;

/**
 * Where the content of a template block ends: at the closing tag that its inner templates leave for it. Where they do not
 * add up, because a tag is half-typed, the tags decide that stand at the beginning of a line, as the blocks' own do.
 */
export function endOfTemplate(text: string, from: number): number {
  const matched = matchedEnd(text, from);
  const aligned = alignedEnd(text, from);
  if (matched === undefined) return aligned ?? text.length;
  // A closing tag too many ended it early.
  return aligned !== undefined && aligned > matched && !isBlockNext(text, matched) ? aligned : matched;
}

function matchedEnd(text: string, from: number): number | undefined {
  let depth = 1;
  TAG.lastIndex = from;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    if (tag[1] === undefined) continue;
    if (tag[1] === '/') depth--;
    else if (!isSelfClosing(text, TAG.lastIndex)) depth++;
    if (depth === 0) return tag.index;
  }
  return undefined;
}

/** The last closing tag at the beginning of a line before the next block that begins one, else that block. */
function alignedEnd(text: string, from: number): number | undefined {
  let end: number | undefined;
  LINE_TAG.lastIndex = from;
  for (let tag = LINE_TAG.exec(text); tag; tag = LINE_TAG.exec(text)) {
    if (tag[1] === '/' && tag[2] === 'template') end = tag.index;
    else if (tag[1] === '') return end ?? tag.index;
  }
  return end;
}

/** Whether nothing but comments and blanks stands between the closing tag and the next block or the end. */
function isBlockNext(text: string, close: number): boolean {
  const rest = text.slice(close);
  return /^<\/template[^>]*>(?:\s|<!--[\s\S]*?-->)*(?:$|<[a-zA-Z])/.test(rest);
}

const INNER = /(?:[^"'<>]|"[^"]*"|'[^']*')*/y;

function isSelfClosing(text: string, at: number): boolean {
  INNER.lastIndex = at;
  INNER.exec(text);
  return text[INNER.lastIndex] === '>' && text[INNER.lastIndex - 1] === '/';
}
