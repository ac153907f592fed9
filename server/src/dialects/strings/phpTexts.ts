import type { Span } from '../../core/span.js';
import { type Composed, StringComposer } from './composer.js';

/** What statements that follow one another put together: what they print, or what they give a variable. */
export interface PhpText {
  readonly text: Composed;
  /** The code of values, by the number of their hole. */
  readonly outputs: ReadonlyMap<number, Span>;
  /** Names of what it is given to, or of the function it is an argument of: `$mail->Body`, `wp_mail`. */
  readonly names: readonly string[];
  /** The function it stands in, or the whole stretch of code. */
  readonly within: Span;
}

/** A condition or loop around statements. */
export interface Control {
  readonly code: Span;
  readonly id: number;
  branch: number;
}

/** A text that statements are still adding to. */
export interface Flow {
  readonly composer: StringComposer;
  readonly outputs: Map<number, Span>;
  readonly names: readonly string[];
  open: { readonly id: number; branch: number }[];
  end: number;
  within: number;
}

/** The texts of a stretch of code, while statements add to them, and those that are complete. */
export class PhpTexts {
  readonly found: PhpText[] = [];

  constructor(readonly source: string) {}

  /** @param within where the function begins that it stands in. */
  open(start: number, names: readonly string[], within: number): Flow {
    const composer = new StringComposer(this.source, start);
    return { composer, outputs: new Map(), names, open: [], end: start, within };
  }

  output(flow: Flow, code: Span): void {
    flow.outputs.set(flow.composer.output(code), code);
  }

  /** Brings the conditions that a text is under to those of this place. */
  sync(flow: Flow, at: number, controls: readonly Control[]): void {
    let same = 0;
    while (same < flow.open.length && flow.open[same]?.id === controls[same]?.id) same++;
    while (flow.open.length > same) {
      flow.open.pop();
      flow.composer.end(at);
    }
    flow.open.forEach((open, i) => {
      const branch = controls[i]?.branch ?? 0;
      if (branch !== open.branch && i === flow.open.length - 1) flow.composer.otherwise(at);
      open.branch = branch;
    });
    for (const { id, code, branch } of controls.slice(same)) {
      flow.composer.begin(code.start >= flow.end ? code : { start: at, end: at });
      flow.open.push({ id, branch });
    }
  }

  finish(flows: ReadonlyMap<string, Flow>, end: number): void {
    for (const flow of flows.values()) this.close(flow, end);
  }

  close(flow: Flow, end: number): void {
    for (; flow.open.length > 0; flow.open.pop()) flow.composer.end(flow.end);
    const { composer, outputs, names, within } = flow;
    this.found.push({ text: composer.finish(flow.end), outputs, names, within: { start: within, end } });
  }
}
