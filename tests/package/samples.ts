import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './packed.ts';

export interface Sample {
  readonly language: string;
  readonly text: string;
  /** The heading that it stands below. */
  readonly heading: string;
}

/** The blocks of code in a document, in order. */
export function samplesIn(document: string): readonly Sample[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return text.split(/^## /m).flatMap((section) => {
    const heading = section.split('\n', 1)[0] ?? '';
    const blocks = section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
    return [...blocks].map(([, language = '', sample = '']) => ({ language, text: sample, heading }));
  });
}
