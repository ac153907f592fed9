import data from './display.json';

const hiding = new Set(data.hiding);
const showing = new RegExp(data.showing);

/** Whether an element with these classes is displayed, as far as common style sheets say. */
export function isDisplayedClass(classes: string): boolean {
  const names = classes.split(/\s+/);
  return !names.some((name) => hiding.has(name)) || names.some((name) => showing.test(name));
}
