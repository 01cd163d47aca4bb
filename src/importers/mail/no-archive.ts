import { field, type Headers } from './headers.ts';

/** Whether the author asked that the message not be kept: `X-No-Archive: yes`, `Archive: no` (RFC 5536, 3.2.2). */
export function asksNoArchive(headers: Headers): boolean {
  return (
    /^yes\b/i.test(field(headers, 'x-no-archive') ?? '') || /^no\b/i.test(field(headers, 'archive') ?? '')
  );
}
