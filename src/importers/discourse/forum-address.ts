import { isRecord } from '../reading/glance.ts';

/**
 * The forum's own address, without a slash at its end: `https://forum.example`, `https://quay.example/forum`. No
 * answer says it. It follows from uploaded avatars, whose address holds the forum's host
 * (app/models/user_avatar.rb), and from links to the forum's other topics; `undefined` where they say nothing, or not
 * all the same.
 */
export function forumAddress(posts: readonly unknown[]): string | undefined {
  const records = posts.filter(isRecord);
  const avatars = records.flatMap(({ avatar_template: template }) => avatarOf(template) ?? []);
  const [host, ...otherHosts] = new Set(avatars.map((avatar) => avatar.host));
  if (otherHosts.length > 0) return undefined;
  const links = records.flatMap(({ link_counts: counts }) => internalLinks(counts));
  const own = links.filter((link) => host === undefined || link.host === host);
  return only(own.map(({ address }) => address)) ?? only(avatars.map(({ address }) => address));
}

interface Seen {
  readonly host: string;
  /** Without a slash at its end. */
  readonly address: string;
}

/**
 * `/user_avatar/forum.example/ines/{size}/12_2.png`, `/forum/user_avatar/…` where the forum has a path,
 * `https://cdn.example/site7/user_avatar/…`, of which the path says nothing.
 */
const AVATAR =
  /^(?<cdn>(?:https?:)?\/\/[^/\s]{1,200})?(?<path>(?:\/[\w.-]{1,60}){0,3}?)\/user_avatar\/(?<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})\//;

function avatarOf(template: unknown): Seen | undefined {
  const { cdn, path = '', host } = (typeof template === 'string' && AVATAR.exec(template)?.groups) || {};
  if (host === undefined) return undefined;
  return { host, address: `https://${host}${cdn === undefined ? path : ''}` };
}

/** `/t/tide-tables/77/3`, `/forum/t/77` */
const TOPIC_PATH = /^(?<path>(?:\/[\w.-]{1,60}){0,3}?)\/t\/(?:[^/]{1,300}\/)?\d{1,12}(?:\/\d{1,12})?\/?$/;

function internalLinks(counts: unknown): readonly Seen[] {
  if (!Array.isArray(counts)) return [];
  return counts.filter(isRecord).flatMap(({ internal, url }): Seen | [] => {
    const parsed = internal === true && typeof url === 'string' ? URL.parse(url) : null;
    const path = parsed && TOPIC_PATH.exec(parsed.pathname)?.groups?.path;
    if (!parsed?.protocol.startsWith('http') || typeof path !== 'string') return [];
    return { host: parsed.hostname, address: `${parsed.origin}${path}` };
  });
}

/** The only address there is; of the same one with and without encryption the encrypted. */
function only(addresses: readonly string[]): string | undefined {
  const distinct = new Set(addresses);
  const [first, ...others] = [...distinct].filter(
    (one) => !distinct.has(one.replace(/^http:/, 'https:')) || one.startsWith('https:'),
  );
  return others.length === 0 ? first : undefined;
}
