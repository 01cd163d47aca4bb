import { z } from 'zod';
import { displayName } from '../../thread/display-name.ts';
import type { Card, Quoted } from '../../thread/schema.ts';
import { text } from '../reading/fields.ts';
import { webAddress } from '../reading/web-address.ts';
import { addressOfPost, atUri, POST, postIdOf } from './at-uri.ts';
import { labelled } from './labels.ts';
import { viewSchema } from './post-view.ts';

/** A record that a post carries with it: another post, or a feed, a list, a starter pack, a labeller. */
export interface EmbeddedRecord {
  readonly quoted?: Quoted;
  readonly card?: Card;
}

/**
 * What a post may say of the record it carries. Of another post only the reference, and that only where the AppView
 * shows it: its words belong to another discussion. `viewDetached` is what its author withdrew from this quote,
 * `viewBlocked` what a block between the two forbids. A reference without a view says nothing of consent. `isClosed`
 * tells which posts and accounts are for members only or hidden.
 */
export function embeddedRecord(
  value: unknown,
  isClosed: (uri: string, did: string) => boolean,
): EmbeddedRecord {
  const view = recordView.safeParse(value).data;
  if (!view) return {};
  const { $type, uri } = view;
  const gone = STATES.get($type);
  if (gone) return { quoted: { state: gone } };
  const target = atUri(uri);
  if (target?.collection !== POST) return described(view, target);
  if ($type !== 'app.bsky.embed.record#viewRecord') return { quoted: { state: 'unauthorized' } };
  const did = view.author?.did ?? target.authority;
  const ofPost = labelled(view.labels ?? [], did);
  const ofAuthor = labelled(view.author?.labels ?? [], did);
  const withheld = [ofPost, ofAuthor].some(({ membersOnly, hidden }) => membersOnly || hidden);
  if (withheld || isClosed(uri, did)) return { quoted: { state: 'unauthorized' } };
  const url = addressOfPost(uri);
  return { quoted: { post: postIdOf(uri), ...(url && { url }), state: 'accepted' } };
}

const STATES: ReadonlyMap<string, Quoted['state']> = new Map([
  ['app.bsky.embed.record#viewNotFound', 'deleted'],
  ['app.bsky.embed.record#viewBlocked', 'unauthorized'],
  ['app.bsky.embed.record#viewDetached', 'revoked'],
]);

const recordView = z.object({
  $type: text,
  uri: text,
  author: viewSchema.shape.author.catch(null),
  labels: viewSchema.shape.labels.catch(null),
  displayName: text.catch(''),
  name: text.catch(''),
  description: text.catch(''),
  record: z.object({ name: text, description: text }).nullish().catch(null),
});

/** Where on the web each kind is read. */
const PLACES: ReadonlyMap<string, (authority: string, key: string) => string> = new Map([
  ['app.bsky.feed.generator', (by, key) => `https://bsky.app/profile/${by}/feed/${key}`],
  ['app.bsky.graph.list', (by, key) => `https://bsky.app/profile/${by}/lists/${key}`],
  ['app.bsky.graph.starterpack', (by, key) => `https://bsky.app/starter-pack/${by}/${key}`],
  ['app.bsky.labeler.service', (by) => `https://bsky.app/profile/${by}`],
]);

function described(view: z.infer<typeof recordView>, target: ReturnType<typeof atUri>): EmbeddedRecord {
  if (!target) return {};
  const url = webAddress(PLACES.get(target.collection)?.(target.authority, target.key) ?? '');
  const title = displayName(view.displayName || view.name || view.record?.name || '') || url;
  const description = view.description || view.record?.description;
  if (!title) return {};
  return { card: { ...(url && { url }), title, ...(description && { description }) } };
}
