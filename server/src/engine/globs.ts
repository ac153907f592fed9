import ignore from 'ignore';

/** Patterns in gitignore syntax (https://git-scm.com/docs/gitignore), later ones winning over earlier ones. */
export interface Globs {
  /** @param path with `/`, relative to the folder that the patterns belong to; a folder's path ends with `/`. */
  matches(path: string): boolean;
}

/** As git reads a list of what to ignore: what lies in an ignored folder cannot be brought back. */
export function ignoring(patterns: readonly string[]): Globs {
  const matcher = matcherOf(patterns);
  return { matches: (path) => path !== '' && matcher.ignores(path) };
}

/** Patterns that choose files: the last one that matches decides, so that `!` takes away from what came before. */
export function choosing(patterns: readonly string[]): Globs {
  const steps = patterns.map((pattern) => {
    const negative = pattern.startsWith('!');
    return { chosen: !negative, matcher: matcherOf([negative ? pattern.slice(1) : pattern]) };
  });
  return {
    matches: (path) =>
      path !== '' && (steps.findLast(({ matcher }) => matcher.ignores(path))?.chosen ?? false),
  };
}

/**
 * Letter case counts everywhere, so that a review gives the same on every platform. Files outside the folder are
 * reached by patterns without a slash, as the ones inside are.
 */
function matcherOf(patterns: readonly string[]): ReturnType<typeof ignore> {
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(patterns.map(anchor));
}

/** `./mails/**` means the folder itself to everyone but git. */
function anchor(pattern: string): string {
  return pattern.replace(/^(!?)\.\//, '$1/');
}
