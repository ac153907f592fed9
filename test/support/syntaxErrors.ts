import { parseTemplate } from '@angular/compiler';
import { compile } from '@vue/compiler-dom';
import typescript from 'typescript';

/** What a framework's own parser says against a text. */
type Complaints = (text: string, path: string) => Promise<readonly string[]> | readonly string[];

/** By dialect: those that a framework's own parser reads. */
export const complaintsOf: Readonly<Record<string, Complaints>> = {
  jsx: complaintsOfScript,
  script: complaintsOfScript,
  vue: (text) => {
    const template = /<template[^>]*>([\s\S]*)<\/template>/.exec(text)?.[1] ?? '';
    const found: string[] = [];
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
