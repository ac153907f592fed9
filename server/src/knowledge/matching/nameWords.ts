/** The words of a file's, component's or setting's name, in lower case: `MAIL_FROM`, `replyTo`, `mail-footer`. Digits part words. */
export function wordsOfName(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}
