import { QuotidianError } from '../thread/error.ts';

/** The server answers that there is no such thread, though with a status of success. `what` says what it did not find. */
export function missingThread(address: string, what: string): QuotidianError {
  return new QuotidianError(`${new URL(address).host} ${what}.`, {
    code: 'missing-thread',
    place: { file: address },
    hint: 'Look for a slip in the address, and whether it opens for those who are not signed in.',
  });
}

/** An answer that is not what the platform's API answers. */
export function strangeAnswer(url: string, why: string): QuotidianError {
  return new QuotidianError(`What ${new URL(url).host} answered ${why}.`, {
    code: 'strange-answer',
    place: { file: url },
    hint: 'Look for a slip in the address, or save the thread by other means and import the file.',
  });
}
