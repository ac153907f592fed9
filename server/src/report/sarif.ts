import { levels, ruleDescriptors } from './sarifRules.js';
import type {
  FileResult,
  PlacedFinding,
  PlacedNote,
  PlacedRepair,
  PlacedSuppression,
  Region,
  Run,
} from './types.js';

const BASE = '%SRCROOT%';

/** SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning services and viewers. */
export function render(run: Run): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [runObject(run)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function runObject(run: Run): object {
  const { product, locale, rules, rootUri, files } = run;
  const { version, homepage } = product;
  const indexes = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    tool: {
      driver: {
        name: 'privacylint',
        version,
        semanticVersion: version,
        ...(homepage !== undefined && { informationUri: homepage }),
        rules: ruleDescriptors(run),
      },
    },
    language: locale,
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [BASE]: { uri: rootUri } },
    invocations: [invocation(run, indexes)],
    results: files.flatMap((file) => file.findings.map((finding) => result(file, finding, indexes))),
  };
}

function invocation({ successful, files, unreadable }: Run, indexes: ReadonlyMap<string, number>): object {
  const whole = unreadable.map(({ path, message }) =>
    notification(path, { reason: 'unreadable', message }, indexes),
  );
  const notes = files.flatMap(({ path, notReviewed }) =>
    notReviewed.map((n) => notification(path, n, indexes)),
  );
  return { executionSuccessful: successful, toolExecutionNotifications: [...whole, ...notes] };
}

function notification(path: string, note: PlacedNote, indexes: ReadonlyMap<string, number>): object {
  const { reason, message, region, ruleId } = note;
  return {
    descriptor: { id: reason },
    level: reason === 'unreadable' || reason === 'rule-failed' ? 'warning' : 'note',
    message: { text: message },
    locations: [location(path, region)],
    ...(ruleId !== undefined && { associatedRule: ruleReference(ruleId, indexes) }),
  };
}

function result(file: FileResult, finding: PlacedFinding, indexes: ReadonlyMap<string, number>): object {
  const { ruleId, messageId, message, severity, region, review, fingerprint, related, repairs, suppression } =
    finding;
  const index = indexes.get(ruleId);
  return {
    ruleId,
    ...(index !== undefined && { ruleIndex: index }),
    level: levels[severity],
    message: { text: message },
    locations: [location(file.path, region)],
    ...(related.length > 0 && {
      relatedLocations: related.map((r, i) => ({
        id: i,
        ...location(r.path ?? file.path, r.region),
        message: { text: r.message },
      })),
    }),
    partialFingerprints: { 'privacylint/v1': fingerprint },
    ...(repairs.length > 0 && { fixes: repairs.map((repair) => fix(file.path, repair)) }),
    ...(suppression && { suppressions: [suppressionObject(file.path, suppression)] }),
    properties: { severity, messageId, ...(review && { review: true }) },
  };
}

function fix(path: string, { id, title, safety, follow, edits }: PlacedRepair): object {
  return {
    description: { text: follow === undefined ? title : `${title}. ${follow}` },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(path),
        replacements: edits.map(({ region, text }) => ({
          deletedRegion: region,
          ...(text !== '' && { insertedContent: { text } }),
        })),
      },
    ],
    properties: { id, safety },
  };
}

function suppressionObject(path: string, { by, reason, ground, until, region }: PlacedSuppression): object {
  return {
    kind: by === 'directive' ? 'inSource' : 'external',
    ...(reason !== '' && { justification: reason }),
    ...(by === 'directive' && region && { location: location(path, region) }),
    ...((ground !== undefined || until !== undefined) && { properties: { ground, until } }),
  };
}

function ruleReference(id: string, indexes: ReadonlyMap<string, number>): object {
  const index = indexes.get(id);
  return { id, ...(index !== undefined && { index }) };
}

function location(path: string, region: Region | undefined): object {
  return { physicalLocation: { artifactLocation: artifactLocation(path), ...(region && { region }) } };
}

/** Relative to the base where the file lies beneath it, each segment percent-encoded (RFC 3986). */
function artifactLocation(path: string): object {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return /^[a-z]:\//i.test(path)
    ? { uri: `file:///${path.slice(0, 2)}${uri.slice(4)}` }
    : { uri, uriBaseId: BASE };
}
