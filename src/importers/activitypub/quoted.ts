import { stableId } from '../../thread/ids.ts';
import type { Quoted } from '../../thread/schema.ts';
import { isRecord } from '../reading/glance.ts';
import { webAddress } from '../reading/web-address.ts';
import { EVERYBODY } from './audience.ts';
import { idOf, idsOf, typeOf } from './json-ld.ts';
import { TOMBSTONE } from './kinds.ts';
import type { PostObject } from './object.ts';
import { quotedByTag } from './tags.ts';

/** What the export tells of a post that is quoted. */
export interface QuotedPost {
  readonly id: string;
  readonly author: string | undefined;
  readonly state: 'shown' | 'hidden' | 'deleted';
  readonly url: string | undefined;
  readonly policy: unknown;
}

/**
 * What a quote post may say of the post it quotes (FEP-044f). The reference is kept where its author consents: it is
 * the same author; the stamp of consent (`quoteAuthorization`) lies on the quoted post's own server; or the quoted post
 * lets everybody quote it. Whether a stamp still stands cannot be asked here. Of a post that is not public nothing is
 * kept.
 */
export function quotedOf(
  object: PostObject,
  author: string | undefined,
  find: (address: string) => QuotedPost | undefined,
): Quoted | undefined {
  const target = targetOf(object);
  if (target === undefined) return undefined;
  if (target === 'deleted') return { state: 'deleted' };
  const held = find(target);
  if (held?.state === 'deleted') return { state: 'deleted' };
  if (held?.state === 'hidden' || !consents(object, author, target, held)) return { state: 'unauthorized' };
  const url = held?.url ?? webAddress(target);
  return { post: stableId(held?.id ?? target), ...(url && { url }), state: 'accepted' };
}

function targetOf(object: PostObject): string | 'deleted' | undefined {
  const { quote, quoteUri, quoteUrl, _misskey_quote, tag } = object;
  const [quoted] = quote;
  if (isRecord(quoted) && typeOf(quoted, TOMBSTONE)) return 'deleted';
  return idOf(quoted) ?? quoteUri[0] ?? quoteUrl[0] ?? _misskey_quote[0] ?? quotedByTag(tag);
}

function consents(
  { quoteAuthorization }: PostObject,
  author: string | undefined,
  target: string,
  held: QuotedPost | undefined,
): boolean {
  if (held && author !== undefined && held.author === author) return true;
  const server = URL.parse(target)?.host;
  if (server && quoteAuthorization.some((stamp) => URL.parse(stamp)?.host === server)) return true;
  return held !== undefined && letsEverybodyQuote(held.policy);
}

function letsEverybodyQuote(policy: unknown): boolean {
  const canQuote = isRecord(policy) ? policy.canQuote : undefined;
  if (!isRecord(canQuote)) return false;
  return idsOf(canQuote.automaticApproval ?? canQuote.always).some((address) => EVERYBODY.has(address));
}
