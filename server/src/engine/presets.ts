import type { Raise, Settings } from './configuration.js';

/** A configuration that the product brings along. */
export interface Preset {
  readonly settings: Settings;
  readonly raise: Raise;
}

/** The severities that rules give by themselves are the recommended ones; `strict` lifts what is easily overlooked. */
export const presets: Readonly<Record<string, Preset>> = {
  'privacylint:recommended': { settings: {}, raise: {} },
  'privacylint:strict': { settings: {}, raise: { information: 'warning', hint: 'information' } },
};
