import { configurationFileName, reviewed, reviewedSchemes } from '../../server/src/protocol.js';

type Filter = { scheme: string; language: string } | { scheme: string; pattern: string };

/** The documents that the server gets, by language and by the end of their names: editors lack language ids for some. */
export const documentSelector: Filter[] = reviewedSchemes.flatMap((scheme) => [
  ...reviewed.languageIds.map((language) => ({ scheme, language })),
  ...reviewed.patterns.map((pattern) => ({ scheme, pattern })),
  { scheme, pattern: `**/${configurationFileName}` },
]);
