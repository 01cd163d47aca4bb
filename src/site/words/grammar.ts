/** A noun, or what else depends on a number, by the plural categories of Unicode that the language tells apart. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** What the texts of a language ask of it. */
export interface Grammar {
  /** `1,204`, `1.204` */
  readonly number: (value: number) => string;
  /** `1 post`, `1,204 posts`: the number, and the form that goes with it. */
  readonly count: (value: number, forms: Forms) => string;
  /** The form alone. */
  readonly form: (value: number, forms: Forms) => string;
  /** `24%`, of a part from 0 to 1; what is there is at least a hundredth. */
  readonly percent: (part: number) => string;
  /** `Ada`, `Ada and Bo`, `Ada, Bo and Cleo` */
  readonly list: (names: readonly string[]) => string;
}

/** The grammar of a BCP 47 tag. */
export function grammarOf(locale: string): Grammar {
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale);
  const number = (value: number) => numbers.format(value);
  const form = (value: number, forms: Forms) => forms[plurals.select(value)] ?? forms.other;
  return {
    number,
    form,
    count: (value, forms) => `${number(value)} ${form(value, forms)}`,
    percent: (part) => percents.format(part > 0 ? Math.max(part, LEAST_PART) : 0),
    list: (names) => lists.format(names),
  };
}

const LEAST_PART = 0.01;
