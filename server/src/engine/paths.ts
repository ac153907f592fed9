/** Paths with `/`, taken apart without a file system: POSIX, `C:/…`, and URIs such as `vscode-vfs://github/…`. */

const ROOT = /^(?:[a-z][a-z\d+.-]+:\/\/[^/]*\/|[a-z]:\/|\/)/i;

/** What a path cannot climb above; empty for a relative one. */
function rootOf(path: string): string {
  return ROOT.exec(path)?.[0] ?? '';
}

export function isAbsolute(path: string): boolean {
  return rootOf(path) !== '';
}

/** The folder that holds a file, without a slash at its end unless it is a root; empty for a relative path's first folder. */
export function folderOf(path: string): string {
  const root = rootOf(path);
  const end = path.lastIndexOf('/');
  return end < root.length ? root : path.slice(0, end);
}

/** A path named relative to a folder, `.` and `..` resolved as far as the folder's own path allows. */
export function join(folder: string, path: string): string {
  if (isAbsolute(path)) return path;
  const root = rootOf(folder);
  const parts: string[] = [];
  for (const part of `${folder.slice(root.length)}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (root === '') parts.push('..');
  }
  return root + parts.join('/');
}

/** True for everything beneath a folder. */
export function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A file's path as seen from a folder, both absolute or both relative to one place; as it is where they share no root. */
export function relativeTo(folder: string, path: string): string {
  const root = rootOf(folder);
  if (root !== rootOf(path)) return path;
  const from = partsOf(folder, root);
  const to = partsOf(path, root);
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const end = path.endsWith('/') ? '/' : '';
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') + end;
}

/** The folders that may hold a file's configuration, nearest first. */
export function* foldersUp(path: string): Generator<string> {
  const root = rootOf(path);
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    yield folder;
    if (folder === root || folder === '' || folder.endsWith('..')) return;
  }
}

function partsOf(path: string, root: string): string[] {
  return path
    .slice(root.length)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
}
