import { hashedId } from '../../thread/ids.ts';
import type { PersonId, PostId } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';

/** An address in the AT Protocol: whose repository, which kind of record, which record. */
export interface AtUri {
  /** A DID; some write a handle there. */
  readonly authority: string;
  readonly collection: string;
  readonly key: string;
}

/** `at://did:plc:ines23/app.bsky.feed.post/3kquay2222222` */
const AT_URI = /^at:\/\/([\w.:%-]{1,2048})\/([\w.-]{1,317})\/([\w.:~-]{1,512})$/;

/** `did:plc:ines23`, `did:web:pier.example` */
const DID = /^did:[a-z]{1,32}:[\w.:%-]{1,2000}$/;

/** The parts of an address; `null` where it is none of a record. */
export function atUri(uri: string): AtUri | null {
  const [, authority, collection, key] = AT_URI.exec(uri) ?? [];
  return authority && collection && key ? { authority, collection, key } : null;
}

/** Whether the text names an account for good, as a handle does not. */
export function isDid(text: string): boolean {
  return DID.test(text);
}

/** The kind of record that posts are. */
export const POST = 'app.bsky.feed.post';

/** Where a post is read on the web: by its author's DID, for handles change. */
export function addressOfPost(uri: string): string | undefined {
  const { authority, collection, key } = atUri(uri) ?? {};
  return collection === POST ? webAddress(`${PROFILE}${authority}/post/${key}`) : undefined;
}

/** Where a person is read on the web. */
export function addressOfPerson(did: string): string | undefined {
  return isDid(did) ? webAddress(`${PROFILE}${did}`) : undefined;
}

const PROFILE = 'https://bsky.app/profile/';

/** A record's key is unique to its author only, so the whole address makes the id. */
export function postIdOf(uri: string): PostId {
  return hashedId(uri);
}

/** By the DID, which stays when the handle changes. */
export function personIdOf(did: string): PersonId {
  return hashedId(did);
}
