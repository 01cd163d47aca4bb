/** The texts that the page hands to its script; `{…}` is filled in. */
export interface SearchTexts {
  /** BCP 47. */
  readonly lang: string;
  readonly searching: string;
  /** By the plural categories of the language: `{count} results`. */
  readonly results: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  /** What follows the number where older threads were left for later. */
  readonly partial: string;
  readonly none: string;
  readonly failed: string;
  readonly digest: string;
  readonly post: string;
  /** `{name}, in “{thread}”` */
  readonly said: string;
  readonly authorUnknown: string;
  /** `Content warning: {warning}` */
  readonly warning: string;
  readonly onlyPerson: string;
  readonly onlyThread: string;
}

/** `filled('{count} results', { count: '3' })` is `3 results`. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** `3 results`, `1,204 results` */
export function resultsInWords(count: number, { lang, results }: SearchTexts): string {
  const locale = lang === 'en' ? 'en-GB' : lang;
  const form = results[new Intl.PluralRules(locale).select(count)] ?? results.other;
  return filled(form, { count: new Intl.NumberFormat(locale).format(count) });
}
