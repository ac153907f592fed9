import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { findFiles, kinds } from './sets.mjs';

/** Where the typing goes, in a document that has something to report: else a pre-filter could answer for the review. */
const typed = {
  html: {
    before:
      '<form><label><input type="checkbox" name="newsletter" checked> Send me the newsletter</label><p>Typing: ',
    after: '</p></form>\n',
  },
  tsx: {
    before:
      'export function Typing() {\n  return <form><label><input type="checkbox" name="newsletter" defaultChecked /> Send me the newsletter</label><p>Typing: ',
    after: '</p></form>;\n}\n',
  },
};

/**
 * One document of about a size, put together from real files of a folder: pages as bodies of one page, modules as
 * functions of one module beneath their imports.
 * @returns the text and the offset where the user types, between two of them near its middle.
 */
export function compose(folder, kind, size) {
  const pieces = piecesOf(folder, kind);
  const chosen = fill(pieces, size);
  const half = middleOf(chosen, size);
  const wrap = kind === 'html' ? asPage : asModule;
  const { before, after } = typed[kind];
  const { head, body, tail } = wrap(chosen);
  const start = head + body.slice(0, half).join('') + before;
  return { text: start + after + body.slice(half).join('') + tail, at: start.length };
}

function piecesOf(folder, kind) {
  const endings = kind === 'html' ? kinds.html : { endings: ['.tsx', '.jsx'] };
  const names = findFiles(folder, endings).sort((a, b) => (shuffled(a) < shuffled(b) ? -1 : 1));
  const texts = names.map((name) => fs.readFileSync(path.join(folder, name), 'utf8').replace(/\r\n?/g, '\n'));
  const pieces = kind === 'html' ? texts.map(bodyOf) : texts.map(moduleOf);
  return pieces.filter((piece) => lengthOf(piece) > 0);
}

/** An order that is always the same and has nothing to do with folders: a part of the files is a fair sample of them. */
const shuffled = (name) => createHash('sha1').update(name).digest('hex');

const lengthOf = (piece) =>
  typeof piece === 'string' ? piece.length : piece.imports.join('').length + piece.rest.length;

/** Pieces in turn as long as they fit; where not even the smallest does, the beginning of the first. */
function fill(pieces, size) {
  const chosen = [];
  let left = size;
  for (let fitted = true; fitted; ) {
    fitted = false;
    for (const piece of pieces) {
      const length = lengthOf(piece);
      if (length > left) continue;
      chosen.push(piece);
      left -= length;
      fitted = true;
    }
  }
  return chosen.length > 0 ? chosen : pieces.slice(0, 1).map((piece) => cut(piece, size));
}

function middleOf(pieces, size) {
  let passed = 0;
  const at = pieces.findIndex((piece) => {
    passed += lengthOf(piece);
    return passed >= size / 2;
  });
  return at < 0 ? pieces.length : at + 1;
}

function cut(piece, size) {
  const lines = (text) => text.slice(0, Math.max(0, text.lastIndexOf('\n', size)));
  return typeof piece === 'string' ? lines(piece) : { ...piece, rest: lines(piece.rest) };
}

function bodyOf(text) {
  const [, inside] = /<body[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(text) ?? [];
  return inside ?? text;
}

function moduleOf(text) {
  const file = ts.createSourceFile('piece.tsx', text, ts.ScriptTarget.Latest);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const end = imports.at(-1)?.end ?? 0;
  return { imports: imports.map((i) => `${text.slice(i.getStart(file), i.end)}\n`), rest: text.slice(end) };
}

function asPage(bodies) {
  return {
    head: '<!doctype html>\n<html lang="en">\n<head><title>Bench</title></head>\n<body>\n',
    body: bodies.map((body) => `<div>${body}\n</div>\n`),
    tail: '</body>\n</html>\n',
  };
}

/** Every module a function of its own, so that its names stay its own. */
function asModule(modules) {
  return {
    head: [...new Set(modules.flatMap((m) => m.imports))].join(''),
    body: modules.map(({ rest }, i) => `function module${i}() {\n${rest}\n}\n`),
    tail: '',
  };
}
