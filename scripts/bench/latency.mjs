import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'parse5';
import ts from 'typescript';
import { bars, judge } from './bars.mjs';
import { compose } from './documents.mjs';
import { LspClient } from './lsp-client.mjs';
import { median, percentile } from './measure.mjs';
import { milliseconds, table, times } from './table.mjs';

const sizes = Object.keys(bars.latency).map(Number);
const label = (size) => (size < 1e6 ? `${size / 1000} KB` : `${size / 1e6} MB`);
const parsers = {
  html: (text) => parse(text, { sourceCodeLocationInfo: true }),
  tsx: (text) => ts.createSourceFile('typed.tsx', text, ts.ScriptTarget.Latest),
};
const languages = { html: 'html', tsx: 'typescriptreact' };

/**
 * From the keystroke's `didChange` to the diagnostics of its version, over stdio, in wall time. After each answer, while
 * the server rests, the same text is parsed once: the measure that the latency is compared with.
 */
export async function measureLatency(folders, { server, keystrokes, scratch, tell }) {
  const rows = [];
  for (const [kind, folder] of Object.entries(folders))
    for (const mode of ['pull', 'push'])
      for (const size of sizes) {
        tell(`${kind}, ${mode}, ${label(size)}`);
        const count = size < 1e6 ? keystrokes : Math.max(2, keystrokes >> 1);
        rows.push({
          kind,
          mode,
          size,
          ...(await typeInto(folder, kind, mode, size, count, server, scratch)),
        });
      }
  return { title: 'Keystroke to diagnostics, without debounce', rows, judged: rows.flatMap(judgeLatency) };
}

async function typeInto(folder, kind, mode, size, count, server, scratch) {
  const { text, at } = compose(folder, kind, size);
  const uri = pathToFileURL(path.join(scratch, `typed.${kind}`)).href;
  let client;
  try {
    client = await LspClient.start(server, mode, scratch);
    const first = await client.open(uri, languages[kind], text);
    if (first.length === 0) return { failed: 'nothing was reported, so nothing was measured' };
    return {
      findings: first.length,
      length: text.length,
      ...(await keys(client, { kind, uri, text, at, count })),
    };
  } catch (error) {
    return { failed: error.message };
  } finally {
    await client?.stop();
  }
}

async function keys(client, { kind, uri, text, at, count }) {
  const before = text.slice(0, at);
  const line = before.split('\n').length - 1;
  const column = at - (before.lastIndexOf('\n') + 1);
  // the first keystrokes meet code that is not compiled yet
  const warm = Math.max(3, count >> 1);
  const waits = [];
  const parses = [];
  let cpu = 0;
  let typed = '';
  for (let i = 0; i < warm + count; i++) {
    const letter = 'privacy '[i % 8];
    const used = client.cpu();
    const began = performance.now();
    await client.type(uri, i + 2, { line, character: column + i }, letter);
    const wait = performance.now() - began;
    typed += letter;
    const now = before + typed + text.slice(at);
    const parsing = performance.now();
    parsers[kind](now);
    if (i < warm) continue;
    parses.push(performance.now() - parsing);
    waits.push(wait);
    if (used !== undefined) cpu += client.cpu() - used;
  }
  return {
    p50: median(waits),
    p95: percentile(waits, 0.95),
    parse: median(parses),
    parses: median(waits) / median(parses),
    cpu: cpu > 0 ? (1000 * cpu) / count : undefined,
    keystrokes: count,
  };
}

function judgeLatency({ kind, mode, size, failed, p95, parses }) {
  const what = `${kind.toUpperCase()}, ${label(size)}, ${mode}`;
  const limit = bars.latency[size];
  const judged = [
    judge(
      `${what}: p95`,
      failed ? undefined : milliseconds(p95),
      `≤ ${limit} ms`,
      failed ? undefined : p95 <= limit,
    ),
  ];
  if (size === 1e6)
    judged.push(
      judge(
        `${what}: median in parses`,
        failed ? undefined : times(parses),
        `≤ ${bars.parses} × one parse`,
        failed ? undefined : parses <= bars.parses,
      ),
    );
  return judged;
}

export function latencyTable({ title, rows }) {
  const name = ({ kind, mode, size }) => `${kind.toUpperCase()}, ${mode}, ${label(size)}`;
  const cells = rows
    .filter((r) => !r.failed)
    .map((r) => [
      name(r),
      milliseconds(r.p50),
      milliseconds(r.p95),
      milliseconds(r.parse),
      times(r.parses),
      r.cpu === undefined ? '' : milliseconds(r.cpu),
      r.findings,
    ]);
  const broken = rows.filter((r) => r.failed).map((r) => `${name(r)}: ${r.failed}`);
  return [
    table([title, 'p50', 'p95', 'one parse', 'p50 in parses', 'server CPU', 'findings'], cells),
    ...broken,
  ].join('\n');
}
