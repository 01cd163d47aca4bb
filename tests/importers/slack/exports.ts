import { slack } from '../../../src/importers/slack.ts';
import type { ImportOptions, Warning } from '../../../src/importers/importer.ts';
import type { Thread } from '../../../src/thread/schema.ts';

/* Exports with no more in them than a test is about. Whole ones stand in the fixtures. */

type Options = Omit<ImportOptions, 'warn'>;

export const message = (ts: string, extra: object = {}) => ({
  type: 'message',
  user: 'U02PETRA1',
  text: `Message ${ts}`,
  ts: `${ts}.000100`,
  ...extra,
});

/** Path → value, as files. */
export const files = (values: Readonly<Record<string, unknown>>) =>
  new Map(Object.entries(values).map(([path, value]) => [path, new Blob([JSON.stringify(value)])]));

export const member = (id: string, name: string, extra: object = {}) => ({ id, name, ...extra });

export async function importing(values: Readonly<Record<string, unknown>>, options: Options = {}) {
  const warnings: Warning[] = [];
  const threads = await Array.fromAsync(
    slack.parse(files(values), { ...options, warn: (warning) => warnings.push(warning) }),
  );
  return { threads, warnings, codes: warnings.map(({ code }) => code) };
}

export async function channel(messages: readonly unknown[], options: Options = {}): Promise<Thread> {
  const { threads } = await importing({ 'lamps/2026-03-03.json': messages }, options);
  const [first] = threads;
  if (!first) throw new Error('There is no thread.');
  return first;
}

export const only = async (extra: object) => (await channel([message('1772525520', extra)])).posts[0];

/** A line of rich text. */
export const line = (...leaves: readonly object[]) => ({ type: 'rich_text_section', elements: leaves });
export const rich = (...elements: readonly object[]) => ({ blocks: [{ type: 'rich_text', elements }] });
export const words = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) });
