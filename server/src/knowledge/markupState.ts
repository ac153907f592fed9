import file from './markup-state.json';

/** A framework whose state is declared among markup; see schemas/markup-state.schema.json. */
export interface StateFramework {
  readonly name: string;
  /** Attributes that declare state for what stands inside. */
  readonly scopes: ReadonlyMap<string, 'object' | 'statements'>;
  readonly begins: readonly string[];
  readonly on: string | undefined;
  readonly onIsCode: boolean;
  readonly makers: readonly string[];
  readonly apps: readonly string[];
  readonly inPhp: boolean;
}

/** What an attribute ties a control to. */
export interface StateUse {
  readonly how: 'model' | 'tick';
  /** More than one framework may have an attribute of that name. */
  readonly frameworks: readonly StateFramework[];
}

const uses = new Map<string, { how: StateUse['how']; frameworks: StateFramework[] }>();
for (const entry of file.frameworks as readonly Written[]) {
  const framework: StateFramework = {
    name: entry.name,
    scopes: new Map(Object.entries(entry.scopes)),
    begins: entry.begins ?? [],
    on: entry.on,
    onIsCode: entry.onIsCode ?? false,
    makers: entry.makers ?? [],
    apps: entry.apps ?? [],
    inPhp: entry.language === 'php',
  };
  for (const how of ['model', 'tick'] as const) {
    for (const name of entry[`${how}s`]) {
      const use = uses.get(name);
      if (use) use.frameworks.push(framework);
      else uses.set(name, { how, frameworks: [framework] });
    }
  }
}

interface Written {
  readonly name: string;
  readonly scopes: Readonly<Record<string, 'object' | 'statements'>>;
  readonly models: readonly string[];
  readonly ticks: readonly string[];
  readonly begins?: readonly string[];
  readonly on?: string;
  readonly onIsCode?: true;
  readonly makers?: readonly string[];
  readonly apps?: readonly string[];
  readonly language?: 'php';
}

/** What an attribute says of its control by state, by its name as written: `x-model.boolean`. */
export function stateUse(written: string): StateUse | undefined {
  // All of them have a mark that few of HTML's own names have.
  if (!/[-:]/.test(written)) return undefined;
  const dot = written.indexOf('.');
  return uses.get((dot < 0 ? written : written.slice(0, dot)).toLowerCase());
}
