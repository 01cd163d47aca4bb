import type { QuoteMark } from '../body.ts';
import { type Tag, withoutMarks } from './tags.ts';

/**
 * What a quote tag says of its quote, in the forms that forums write:
 * `[quote="Petra Holm, post:3, topic:77, username:petra"]` (Discourse), `[QUOTE="petra, post: 3, member: 7"]`
 * (XenForo), `[quote="petra" post_id=3 time=1772525520 user_id=7]` (phpBB), `[quote='petra' pid='3']` (MyBB),
 * `[QUOTE=petra;3]` (vBulletin), `[quote author=petra link=topic=77.msg3#msg3]` (SMF), `[quote=petra]`, `[quote]`.
 */
export function readQuoteTag(tag: Tag): QuoteMark {
  const attributes = tag.attributes.trim();
  const said = attributes.startsWith('=') ? named(attributes.slice(1).trim()) : keyed(attributes);
  const written = said.name?.trim() ?? '';
  const attribution = written.length <= LONGEST_NAME ? written : '';
  const name = said.fields.get('username') ?? attribution;
  const post = POSTS.map((key) => said.fields.get(key)).find((id) => id && NUMBER.test(id));
  const topic = said.fields.get('topic');
  const reference = {
    ...(post ? { post } : {}),
    ...(post && topic && NUMBER.test(topic) ? { topic } : {}),
  };
  return {
    kind: 'reply',
    ...(attribution ? { attribution } : {}),
    ...(name ? { name } : {}),
    ...(post ? { reference } : {}),
  };
}

interface Said {
  readonly name?: string;
  readonly fields: ReadonlyMap<string, string>;
}

const LONGEST_NAME = 80;
const NUMBER = /^\d{1,20}$/;
/** What the platforms call the quoted post: Discourse and XenForo, phpBB, MyBB, SMF. */
const POSTS = ['post', 'post_id', 'pid', 'msg'];

/** `"Petra Holm, post:3"`, `"petra" post_id=3`, `petra;3`, `petra` */
function named(value: string): Said {
  const quoted = QUOTED.exec(value);
  if (!quoted) return listed(value);
  const { name, fields } = listed(quoted[2] ?? '');
  return { ...(name ? { name } : {}), fields: new Map([...fields, ...pairsIn(quoted[3] ?? '')]) };
}
const QUOTED = /^("|'|&quot;)(.*?)\1(?=\s|$)(.*)$/;

/** `Petra Holm, post:3, topic:77`; what has the form of a field stands at the end. */
function listed(value: string): Said {
  const fields = new Map<string, string>();
  let rest = withoutMarks(value);
  for (let field = FIELD.exec(rest); field; field = FIELD.exec(rest)) {
    const [written, key = '', one = ''] = field;
    if (!fields.has(key)) fields.set(key, one);
    rest = rest.slice(0, rest.length - written.length);
  }
  const post = fields.size === 0 ? NUMBERED.exec(rest) : null;
  if (post?.[2]) fields.set('post', post[2]);
  return { name: withoutMarks(post?.[1] ?? rest), fields };
}
/** `, post:3`, `, member: 7`, `, full:true` */
const FIELD = /, {0,3}([a-z_]{1,20}): {0,3}([\w.-]{1,60})$/;
/** `petra;3` */
const NUMBERED = /^([^;]{1,80}); ?(\d{1,20})$/;

/** ` author=Petra Holm link=topic=77.msg3#msg3 date=1772525520` */
function keyed(attributes: string): Said {
  const fields = new Map(pairsIn(attributes));
  const [, topic, post] = LINK.exec(fields.get('link') ?? '') ?? [];
  if (topic && post) fields.set('topic', topic).set('msg', post);
  const name = fields.get('author');
  return { ...(name ? { name } : {}), fields };
}
const LINK = /^topic=(\d{1,20})\.msg(\d{1,20})/;

/** `post_id=3 user_id=7`, `pid='3'`, `author=Petra Holm link=…` */
function pairsIn(attributes: string): [string, string][] {
  const keys = [...attributes.matchAll(KEY)];
  return keys.map((key, n) => {
    const to = keys[n + 1]?.index ?? attributes.length;
    return [key[1] ?? '', withoutMarks(attributes.slice(key.index + key[0].length, to))];
  });
}
const KEY = /(?:^|\s)([a-z_]{1,20})=/g;
