import data from './jurisdictions.json';

/** How the law of some countries, or an audience, shifts the findings of rules; `jurisdictions.schema.json` explains each key. */
export interface Shift {
  readonly rules: readonly string[];
  readonly jurisdictions?: readonly string[];
  readonly except?: readonly string[];
  readonly audience?: string;
  /** Graded severity → what becomes of it. */
  readonly severity: Readonly<Partial<Record<string, string>>>;
  readonly note: { readonly en: string; readonly fr: string };
}

const shifts: readonly Shift[] = data.shifts;

/**
 * The shift of a rule's findings; undefined where the law of the European Union is what they are judged by.
 * @param jurisdictions as configured: country codes in lower case, or `eu`; a part of a country (`us-ca`) is of its country.
 */
export function shiftOf(
  rule: string,
  jurisdictions: readonly string[],
  audience: 'b2c' | 'b2b',
): Shift | undefined {
  const countries = jurisdictions.map((place) => place.split('-')[0] ?? place);
  return shifts.find(
    (shift) =>
      shift.rules.includes(rule) &&
      (shift.audience === undefined || shift.audience === audience) &&
      !shift.except?.some((place) => countries.includes(place)) &&
      (shift.jurisdictions === undefined ||
        (countries.length > 0 && countries.every((place) => shift.jurisdictions?.includes(place)))),
  );
}
