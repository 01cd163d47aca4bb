import { hashedId } from '../../thread/ids.ts';
import { decodeText, type Headers, lastPart } from './headers.ts';

/** `<20261103.1-ada@quay.example>`; RFC 5322, 3.6.4. Some programs write spaces or forget the host. */
const ID = /<([^<>\s]{1,500})>/g;
const LONGEST_REFERENCES = 16 * 1024;
/** The nearest ancestors; the others are found through these. */
const MOST_ANCESTORS = 32;

/** `<1@quay.example> <2@qu`: news programs cut long lines. */
const CUT_OFF = /<[^<>\s]{0,500}$/;

/** The message's own id without its brackets; `null` where it has none. */
export function ownId(headers: Headers): string | null {
  const value = lastPart(headers, 'message-id', LONGEST_REFERENCES);
  return idsIn(value)[0] ?? (/^\S{1,500}$/.test(value.trim()) ? value.trim() : null);
}

/**
 * An id for a message that has none, from what it says: it is the same in every export. The body's first bytes
 * are read up to where the next message of a mailbox may begin.
 */
export function madeUpId(headers: Headers, bodyStart: Uint8Array): string {
  const [said = ''] = decodeText(bodyStart).replaceAll('\r', '').split('\n\nFrom ');
  const named = ['date', 'from', 'subject'].map((name) => headers.get(name)?.[0] ?? '');
  return `no-id:${hashedId([...named, said.trim()].join('\n'))}`;
}

/** The ids of the messages that this one answers. */
export interface Ancestors {
  /** The nearest last: References, then In-Reply-To where it names one that is not among them. */
  readonly ancestors: readonly string[];
  /** From an In-Reply-To in words (`Ada's message of Tuesday <…>`), where the brackets may hold an address. */
  readonly doubtful: readonly string[];
  /** The nearest is cut off: the last that is named stands further up. */
  readonly cut: boolean;
}

/** References and In-Reply-To together, as public-inbox reads them. */
export function readAncestors(headers: Headers): Ancestors {
  const written = lastPart(headers, 'references', LONGEST_REFERENCES);
  const references = idsIn(written).slice(-MOST_ANCESTORS);
  const cut = references.length > 0 && CUT_OFF.test(written);
  const inReplyTo = lastPart(headers, 'in-reply-to', LONGEST_REFERENCES);
  const named = idsIn(inReplyTo).slice(0, MOST_ANCESTORS);
  const [first] = named;
  if (first === undefined) return { ancestors: references, doubtful: [], cut };
  const inWords = inReplyTo.replace(ID, '').trim() !== '';
  if (inWords) return { ancestors: references, doubtful: named, cut };
  const adds = references.length === 0 || (named.length === 1 && !references.includes(first));
  return { ancestors: adds ? [...references, first] : references, doubtful: [], cut: cut && !adds };
}

function idsIn(value: string): readonly string[] {
  return [...value.matchAll(ID)].map((match) => match[1] ?? '').filter(Boolean);
}
