import { maskMailAddresses } from '../../../thread/mail-address.ts';
import { field, type Headers, readHeaders } from '../../mail/headers.ts';
import { mailDate } from '../../mail/mail-date.ts';
import { ownId, readAncestors } from '../../mail/message-ids.ts';
import { readSender } from '../../mail/sender.ts';
import { type CopiedHeader, copiedHeaders } from '../../reading/copied-mail.ts';
import { copiedPosts } from '../copied-posts.ts';
import { publicityUnknown } from '../publicity.ts';
import type { Grammar, Mark, Speaker } from './grammar.ts';
import { markLines } from './mark-lines.ts';

/** Messages copied one below the other, each with `From:`, `Date:` and maybe `Subject:` above. Addresses are left out. */
export const mailHeaders: Grammar = {
  name: 'mail-headers',
  label: 'Mails with their headers',
  marks,
  read(lines) {
    const copied = copiedPosts(lines, marks(lines));
    return { ...copied, warnings: [publicityUnknown('a mail program'), ...copied.warnings] };
  },
};

function marks(lines: readonly string[]): readonly Mark[] {
  const headers = new Map(copiedHeaders(lines).map((header) => [header.start, header]));
  const ids = new Map<string, number>();
  let end = 0;
  return markLines(lines, (_, n) => {
    const header = headers.get(n);
    if (!header) return n < end ? { letter: 'p' } : null;
    end = header.end;
    return headerMark(lines, header, ids);
  });
}

const ENCODER = new TextEncoder();

function headerMark(lines: readonly string[], { start, end }: CopiedHeader, ids: Map<string, number>): Mark {
  const headers = readHeaders(ENCODER.encode(lines.slice(start, end).join('\n')));
  const time = field(headers, 'date') ?? field(headers, 'sent') ?? '';
  const published = mailDate(time);
  const subject = maskMailAddresses(field(headers, 'subject') ?? '');
  const answers = answered(headers, ids);
  const id = ownId(headers);
  if (id !== null && !ids.has(id)) ids.set(id, start);
  return {
    letter: 'h',
    shape: 'From, Date',
    speaker: speakerOf(headers),
    text: '',
    ...(time !== '' && { time: maskMailAddresses(time) }),
    ...(published !== null && { published }),
    ...(subject !== '' && { subject }),
    ...(answers !== undefined && { answers }),
  };
}

function speakerOf(headers: Headers): Speaker | null {
  const sender = readSender(headers);
  if (!sender) return null;
  const { handle, name } = sender.person;
  return { key: sender.id, handle, ...(name !== undefined && { name }) };
}

/** The nearest ancestor that stands above. */
function answered(headers: Headers, ids: ReadonlyMap<string, number>): number | undefined {
  const nearest = readAncestors(headers).ancestors.at(-1);
  return nearest === undefined ? undefined : ids.get(nearest);
}
