/** The path of a document, with `/`; for a file absolute (`/a/b`, `c:/a/b`, `//server/share/b`), else what its URI names. */
export function pathOf(uri: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/i.exec(uri);
  if (!parts) return uri;
  const [, scheme = '', authority = '', rawPath = ''] = parts;
  const path = decode(rawPath);
  if (scheme.toLowerCase() !== 'file') return path;
  if (authority) return `//${authority}${path}`;
  const drive = /^\/([a-z]):/i.exec(path);
  return drive ? `${(drive[1] ?? '').toLowerCase()}${path.slice(2)}` : path;
}

/** The URI of an absolute path with `/`, spelled as VS Code spells it. */
export function uriOf(path: string): string {
  if (path.startsWith('//')) return `file:${encode(path)}`;
  return `file://${encode(path.startsWith('/') ? path : `/${path}`)}`;
}

export function isFile(uri: string): boolean {
  return /^file:/i.test(uri);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone percent sign: not encoded at all
  }
}

function encode(path: string): string {
  const percent = (c: string) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`;
  // a lone surrogate, which no URI can hold, would throw
  return path
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percent))
    .join('/');
}
