import { parseTemplate } from '@angular/compiler';
import { compile } from '@vue/compiler-dom';
import { parse as parseHtml } from 'parse5';
import typescript from 'typescript';

/** What a framework's own parser says against a text. */
type Complaints = (text: string, path: string) => Promise<readonly string[]> | readonly string[];

/** By dialect: those that a framework's own parser reads, and those whose tags have to be closed as they are opened. */
export const complaintsOf: Readonly<Record<string, Complaints>> = {
  jsx: (text, path) => [...complaintsOfScript(text, path), ...complaintsOfInlineTemplates(text, path)],
  script: complaintsOfScript,
  html: (text) => {
    const found = new Set<string>();
    parseHtml(text, { onParseError: ({ code }) => void found.add(code) });
    return [...found];
  },
  astro: (text, path) => {
    const [, front = '', markup = text] = /^\s*---\n([\s\S]*?)\n---([\s\S]*)$/.exec(text) ?? [];
    return [...complaintsOfScript(front, path.replace(/astro$/, 'ts')), ...openTags(markup)];
  },
  mjml: openTags,
  vue: (text) => {
    const template = /<template[^>]*>([\s\S]*)<\/template>/.exec(text)?.[1] ?? '';
    const scripts = [...text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    const found = scripts.flatMap(([, attributes = '', code = '']) => {
      const language = /lang="(\w+)"/.exec(attributes)?.[1] ?? 'jsx';
      return complaintsOfScript(code, `script.${language}`);
    });
    compile(template, {
      onError: ({ message }) => found.push(message),
      mode: 'module',
      prefixIdentifiers: false,
    });
    return found;
  },
  svelte: async (text) => {
    const { parse } = await import('svelte/compiler');
    try {
      parse(text, { modern: true });
      return [];
    } catch (error) {
      return [String(error)];
    }
  },
  angular: (text, path) => (parseTemplate(text, path).errors ?? []).map(({ msg }) => msg),
};

function complaintsOfScript(text: string, path: string): readonly string[] {
  const { diagnostics = [] } = typescript.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { jsx: typescript.JsxEmit.Preserve, target: typescript.ScriptTarget.ESNext },
  });
  return diagnostics.map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, '\n'));
}

/** The templates that a component's decorator holds, as Angular reads them. */
function complaintsOfInlineTemplates(text: string, path: string): string[] {
  if (!text.includes('@Component')) return [];
  return [...text.matchAll(/\btemplate:\s*`([^`]*)`/g)].flatMap(([, template = '']) =>
    (parseTemplate(template, path).errors ?? []).map(({ msg }) => msg),
  );
}

const ELEMENTS_WITHOUT_END = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const TAG =
  /<(\/?)([A-Za-z][\w.:-]*|(?=>))((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*?)(\/?)>/g;

/** The tags that are not closed in the order in which they are opened. */
function openTags(text: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const markup = text.replace(/<!--[\s\S]*?-->|<(script|style)[\s\S]*?<\/\1>/g, '');
  for (const [, closes, name = '', , alone] of markup.matchAll(TAG)) {
    if (alone || ELEMENTS_WITHOUT_END.test(name)) continue;
    if (!closes) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else wrong.push(`</${name}>`);
  }
  return [...wrong, ...open.map((name) => `<${name}>`)];
}
