/** The file beside a template that holds its component: `login.component.ts` of `login.component.html`. */
export function componentOf(path: string): { readonly kind: 'file'; readonly key: string } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { kind: 'file', key: `./${name.replace(/\.html?$/i, '')}.ts` };
}
