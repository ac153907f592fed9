import type { ConfigurationHost, KnownNames, LoadedConfiguration } from './configuration.js';

export const configurationName = '.privacylint.json';

/**
 * Loads a configuration file and what it extends. Never rejects: what is wrong is in `problems`, and the rest works.
 * Without a path, what applies where there is no configuration.
 */
export async function loadConfiguration(
  _path: string | undefined,
  _host: ConfigurationHost,
  _known: KnownNames,
): Promise<LoadedConfiguration> {
  throw new Error('not built yet');
}

/** The nearest `.privacylint.json` from a file's folder upwards. */
export async function nearestConfiguration(
  _path: string,
  _host: ConfigurationHost,
): Promise<string | undefined> {
  throw new Error('not built yet');
}
