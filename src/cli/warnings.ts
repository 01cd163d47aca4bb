import type { Warning } from '../importers/importer.ts';
import { counted } from './counted.ts';
import { oneLine, shortened } from './printable.ts';

/** Of warnings with the same code only so many are spelled out. */
const SPELLED_OUT = 3;
const LONGEST_MESSAGE = 240;

/** Warnings as lines: those that are alike counted, of those with the same code a few spelled out. */
export function warningLines(warnings: readonly Warning[]): string[] {
  return [...Map.groupBy(warnings, ({ code }) => code)].flatMap(([code, alike]) => {
    const messages = [...Map.groupBy(alike, ({ message }) => message)].map(([message, same]) =>
      same.length === 1
        ? `${where(same[0])}${shortened(message, LONGEST_MESSAGE)}`
        : `${same.length} × ${shortened(message, LONGEST_MESSAGE)}`,
    );
    const rest = messages.length - SPELLED_OUT;
    return rest > 1
      ? [...messages.slice(0, SPELLED_OUT), `and ${counted(rest, 'further warning')} of this kind (${code})`]
      : messages;
  });
}

function where(warning: Warning | undefined): string {
  const { post, message } = warning ?? { message: '' };
  return post === undefined || message.includes(post) ? '' : `post ${oneLine(post)}: `;
}
