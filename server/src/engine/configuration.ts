import type { Span } from '../core/span.js';
import type { ComponentMeaning } from '../dialects/dialect.js';
import type { Severity } from '../rules/rule.js';

export type RuleSetting = 'off' | Severity | { readonly severity?: 'off' | Severity; readonly options?: Readonly<Record<string, unknown>> };

/** What one file is reviewed with: `extends` composed, `overrides` applied. */
export interface Configuration {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly email?: 'marketing' | 'transactional';
  readonly provider?: string;
  readonly jurisdiction: readonly string[];
  readonly audience: 'b2c' | 'b2b';
  readonly contact: {
    readonly email?: string;
    readonly privacyNotice?: string;
    readonly identity?: string;
    readonly unsubscribe?: string;
  };
  readonly components: Readonly<Record<string, ComponentMeaning>>;
  readonly suppressions: readonly ConfiguredSuppression[];
}

export interface ConfiguredSuppression {
  readonly fingerprint: string;
  readonly reason: string;
  readonly ground?: string;
  readonly until?: string;
}

/** Something wrong in a configuration, where it stands. */
export interface ConfigurationProblem {
  readonly path: string;
  readonly message: string;
  readonly span: Span;
}
