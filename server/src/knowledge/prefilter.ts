/** True where a text names an address at all; no sender can be reported without. */
export function mentionsSender(text: string): boolean {
  return text.includes('@');
}
