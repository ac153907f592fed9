/** What stands between the element before and this place when it begins its line: the line end and the indentation; else a blank. */
export function indentOf(text: string, at: number): string {
  const line = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1));
  const before = text.slice(line + 1, at);
  if (!/^\s*$/.test(before)) return ' ';
  const end = line < 0 ? '\n' : text[line] === '\n' && text[line - 1] === '\r' ? '\r\n' : text.charAt(line);
  return end + before;
}
