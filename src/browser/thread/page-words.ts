type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The texts that the page hands to its script; `{…}` is filled in. */
export interface ReadingTexts {
  /** BCP 47. */
  readonly lang: string;
  /** Said when an order is chosen. */
  readonly replies: string;
  readonly time: Forms;
  /** Stands before a name. */
  readonly showOnly: string;
  /** `{count} posts by {names}` */
  readonly only: Forms;
  readonly everybody: string;
}

/** `formed({ one: '{count} post', other: '{count} posts' }, 2, texts)` is `2 posts`. */
export function formed(forms: Forms, count: number, { lang }: ReadingTexts): string {
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
  return form.replace('{count}', count.toLocaleString(lang));
}

/** `3 posts by Ada and Bo` */
export function onlyInWords(count: number, names: readonly string[], texts: ReadingTexts): string {
  const listed = new Intl.ListFormat(texts.lang).format(names);
  return formed(texts.only, count, texts).replace('{names}', () => listed);
}
