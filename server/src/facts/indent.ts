/** What stands between the element before and this place when it begins its line: the line end and the indentation; else a blank. */
export function indentOf(text: string, at: number): string {
  // Not lastIndexOf: where a text has no CR, that would look for one through all that stands before.
  let line = at - 1;
  while (line >= 0 && /[^\S\n\r]/.test(text.charAt(line))) line--;
  if (line >= 0 && !/[\n\r]/.test(text.charAt(line))) return ' ';
  const before = text.slice(line + 1, at);
  const end = line < 0 ? '\n' : text[line] === '\n' && text[line - 1] === '\r' ? '\r\n' : text.charAt(line);
  return end + before;
}
