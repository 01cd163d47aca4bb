import type { PhrasingContent } from 'mdast';

/** What Slack writes between angle brackets: an address, a person, a channel, a group, a date. */
export function reference(inner: string): PhrasingContent {
  const value = referenceText(inner);
  const [target = '', label] = partsOf(inner);
  if (/^[#!]/.test(target)) return { type: 'text', value };
  if (target.startsWith('@'))
    return { type: 'text', value, ...(label ? { data: { mention: value.slice(1) } } : {}) };
  return { type: 'link', url: target, children: [{ type: 'text', value }] };
}

/** The same as text: the label, or what the reference itself says. */
export function referenceText(inner: string): string {
  const [target = '', label] = partsOf(inner);
  const sign = target.charAt(0);
  if (sign === '@' || sign === '#') return `${sign}${(label ?? target.slice(1)).replace(/^[@#]/, '')}`;
  if (sign === '!') return label ?? `@${target.slice(1).replace(/^subteam\^/, '')}`;
  return label ?? target.replace(/^mailto:/, '');
}

/** Slack writes no other character reference than these three. */
export function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** `https://quay.example/a|the tables` */
function partsOf(inner: string): readonly [target: string, label?: string] {
  const bar = inner.indexOf('|');
  if (bar < 0) return [decoded(inner)];
  const label = decoded(inner.slice(bar + 1)).trim();
  return label === '' ? [decoded(inner.slice(0, bar))] : [decoded(inner.slice(0, bar)), label];
}
