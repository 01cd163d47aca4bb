import { maskMailAddresses } from '../../thread/mail-address.ts';
import { channelName, type Names, personName } from './names.ts';

/** `<@U02PETRA>`, `<#C07LAMPS|>`, `<mailto:…|words>`: what only the export can put into words. */
const REFERENCE = /<(@|#|mailto:)([^<>|\n]{1,400})(?:\|([^<>\n]{0,400}))?>/g;

/**
 * Slack's mrkdwn with names beside the ids of people and channels (`<@U02PETRA|petra>`), as the flavour `slack` reads
 * it, and without mail addresses.
 */
export function namedMrkdwn(text: string, names: Names): string {
  const named = text.replace(REFERENCE, (_, sign: string, id: string, label?: string) => {
    if (sign === 'mailto:') return label || id;
    const name = sign === '@' ? personName(id, names) : channelName(id, names);
    return `<${sign}${id}|${encoded(name === id && label ? decoded(label) : name)}>`;
  });
  return maskMailAddresses(named);
}

/** `<https://quay.example/a|the tables>` */
const ANY_REFERENCE = /<([^<>|\n]{1,2000})(?:\|([^<>\n]{0,2000}))?>/g;

/** The words of mrkdwn on cards, which hold no mark-up. */
export function plainWords(text: string, names: Names): string {
  const words = namedMrkdwn(text, names).replace(ANY_REFERENCE, (_, target: string, label?: string) => {
    const sign = /^[@#]/.exec(target)?.[0] ?? '';
    return label ? `${sign}${label}` : target.replace(/^!/, '@');
  });
  return decoded(words).trim();
}

/** Each line as a quoted line. */
export function quotedMrkdwn(text: string): string {
  return text
    .split('\n')
    .map((line) => `&gt; ${line}`)
    .join('\n');
}

/** Slack writes no other character references than these three. */
export function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
