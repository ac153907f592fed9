import { once } from '../core/memo.js';
import type { Element } from '../model/nodes.js';
import { valueOfAttribute, visibleText } from '../model/query.js';
import { textOf } from './controls.js';
import { fieldPlace, isWhole } from './fieldPlace.js';
import { aimOfForm } from './formPurpose.js';
import { recipientOf } from './formRecipient.js';
import { sendingOf } from './sending.js';
import type { ElementIndex, FactSource } from './source.js';
import type { Aim, Control, FieldPlace, Form, FormRecipient, Sending } from './types/index.js';

/** The document's forms, in source order. */
export function readForms(source: FactSource, controls: readonly Control[]): readonly Form[] {
  return formsOf(source.index).map((form, number) => new ReadForm(form, number, controls, source));
}

/** The elements that forms are read from, in their order. */
export const formsOf = once(({ all }: ElementIndex) => all.filter((e) => e.tag === 'form'));

/** Numbers of the controls of each form. */
const controlsByForm = once((all: readonly Control[]) => {
  const found = new Map<number | undefined, number[]>();
  for (const [number, { form }] of all.entries()) {
    const own = found.get(form);
    if (own) own.push(number);
    else found.set(form, [number]);
  }
  return found;
});

/** What a form is for is worked out when it is asked for. */
class ReadForm implements Form {
  readonly span: Form['span'];
  readonly open: Form['open'];
  readonly action: Form['action'];
  readonly method: Form['method'];
  readonly controls: readonly number[];
  readonly #element: Element;
  readonly #all: readonly Control[];
  readonly #source: FactSource;
  #text: string | undefined;
  #sending: Sending | undefined;
  #recipient: { readonly value: FormRecipient | undefined } | undefined;
  #aim: { readonly value: Aim | undefined } | undefined;

  constructor(form: Element, number: number, all: readonly Control[], source: FactSource) {
    this.span = form.span;
    this.open = form.open;
    this.action = textOf(valueOfAttribute(form, 'action'));
    this.method = textOf(valueOfAttribute(form, 'method'));
    this.controls = controlsByForm(all).get(number) ?? [];
    this.#element = form;
    this.#all = all;
    this.#source = source;
  }

  get text(): string {
    this.#text ??= visibleText(this.#element);
    return this.#text;
  }

  get whole(): boolean {
    return isWhole(this.#element);
  }

  get place(): FieldPlace | undefined {
    return fieldPlace(this.#element, this.#source);
  }

  get sending(): Sending {
    this.#sending ??= sendingOf(this.#element, this.#source);
    return this.#sending;
  }

  get recipient(): FormRecipient | undefined {
    this.#recipient ??= { value: recipientOf(this.#element, this.#source) };
    return this.#recipient.value;
  }

  get aim(): Aim | undefined {
    this.#aim ??= {
      value: aimOfForm(
        this.#element,
        this.controls.flatMap((i) => this.#all[i] ?? []),
        this.#source,
      ),
    };
    return this.#aim.value;
  }
}
