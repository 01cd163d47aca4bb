/** What an address of GitHub says: of the site (`/o/r/pull/3#discussion_r7`) or of its API (`/repos/o/r/pulls/3`). */
export interface Named {
  /** `owner/name`. */
  readonly repository: string;
  /** Issues, pull requests and discussions of a repository share one numbering. */
  readonly number?: string;
  /** Of a comment on a commit. */
  readonly commit?: string;
}

/** A host, `api/v3` on servers of one's own, `repos` in the API, then owner, name, kind and number. */
const ADDRESS =
  /^https?:\/\/[^/?#\s]{1,255}\/(?:api\/v3\/)?(?:repos\/)?([\w.-]{1,100}\/[\w.-]{1,100})(?:\/(issues|pulls?|discussions|commits?)\/(\w{1,64}))?(?=[/?#]|$)/;

/** What the address names; `undefined` for one that is not of a repository. */
export function namedBy(address: string): Named | undefined {
  const [, repository, kind, name] = ADDRESS.exec(address) ?? [];
  if (repository === undefined) return undefined;
  if (kind === undefined || name === undefined) return { repository };
  if (kind.startsWith('commit')) return { repository, commit: name };
  return /^\d+$/.test(name) ? { repository, number: name } : { repository };
}

/** The last part of `…/issues/12#issuecomment-7`. */
const ANCHOR =
  /#((?:issuecomment|discussioncomment|commitcomment|pullrequestreview)-\d{1,15}|discussion_r\d{1,15})$/;

/** The anchor by which a page of GitHub names a comment or review: the same in all its APIs. */
export function anchorIn(address: string): string | undefined {
  return ANCHOR.exec(address)?.[1];
}
