import { displayName } from '../../thread/display-name.ts';

interface Signed {
  /** The actor's address. */
  readonly id: string;
  /** The address of one of the actor's posts. */
  readonly page: string | undefined;
  /** What the actor is called; `''` where that is not known. */
  readonly name: string;
  readonly username: string;
  /** The name in somebody's mention of the actor. */
  readonly mentioned: string | undefined;
}

/**
 * How the fediverse writes a person: `@ines@quay.example`. By the actor's own user name, else by the name of a mention,
 * else by an address whose path is known to hold the user name. Where none tells it stands for itself, without a
 * scheme: `quay.example/actor/42`.
 */
export function handleOf({ id, page, name, username, mentioned }: Signed): string {
  const url = URL.parse(id);
  const host = url?.host;
  if (!url || !host) return displayName(withoutMail(username || mentioned || name || id));
  const user = username || userIn(mentioned, host) || (isOpaque(url, page) ? '' : userInPath(url.pathname));
  return displayName(
    user.includes('@') ? user : user ? `@${user}@${host}` : `${host}${url.pathname}`.replace(/\/$/, ''),
  );
}

/** `@bo@lighthouse.example` as it is; the name alone of `@bo`. */
const FULL_HANDLE = /^@[^@\s]{1,100}@[^@\s]{1,253}$/;
const SHORT_HANDLE = /^@?([\w.-]{1,100})$/;

function userIn(mentioned: string | undefined, host: string): string {
  if (mentioned === undefined) return '';
  if (FULL_HANDLE.test(mentioned)) return mentioned;
  return host && (SHORT_HANDLE.exec(mentioned)?.[1] ?? '');
}

/** `/users/ines`, `/@ines`, `/u/ines`, `/profile/ines`, `/accounts/ines`; a number is no name. */
const USER_PATH = /^\/(?:(?:users?|u|profile|accounts|author)\/|@)(?!\d{1,100}\/?$)([\w.-]{1,100})\/?$/;

function userInPath(path: string): string {
  return USER_PATH.exec(path)?.[1] ?? '';
}

/** Misskey and its kin: `/users/9abcdefghi` holds an id and not a name. Their posts stand at `/notes/…`. */
function isOpaque({ pathname }: URL, page: string | undefined): boolean {
  return pathname.startsWith('/users/') && (URL.parse(page ?? '')?.pathname.startsWith('/notes/') ?? false);
}

/** `ines@quay.example` would be read as a mail address. */
function withoutMail(text: string): string {
  return text.startsWith('@') ? text : (text.split('@', 1)[0] ?? '');
}
