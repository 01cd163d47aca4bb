import { readAttribution } from '../attribution-line.ts';
import type { MarkdownConvention } from './convention.ts';

/** An answer by mail: `On Tue, 3 Mar 2026 at 10:11, Petra Holm <…> wrote:` above the quote. */
export const wroteLine: MarkdownConvention = { name: 'wrote-line', place: 'above', read: readAttribution };
