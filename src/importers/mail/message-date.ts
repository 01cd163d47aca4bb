import { field, type Headers } from './headers.ts';
import { mailDate } from './mail-date.ts';

/** As its author's program wrote it; or else, of a news article, when the first server had it (RFC 5536, 3.2.7). */
const FIELDS = ['date', 'injection-date', 'nntp-posting-date'];

/** When a message was written, as `mailDate`; `null` where no field says so for certain. */
export function messageDate(headers: Headers): string | null {
  for (const name of FIELDS) {
    const date = mailDate(field(headers, name) ?? '');
    if (date !== null) return date;
  }
  return null;
}
