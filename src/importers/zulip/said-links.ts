/** `[said](https://quay.example/#narrow/channel/4-lamps/topic/buoys/near/123):` and a quote's fence below it. */
const IN_MARKDOWN =
  /\]\((?<home>https?:\/\/[^\s()#]{1,200})?#narrow\/[^\s()]{1,600}\/near\/(?<post>\d{1,20})\)[^\n]{0,40}\n{1,2}(?:`{3,20}|~{3,20}) ?quote/g;

/** `<a href="/#narrow/…/near/123">said</a>:</p>` and a quote below it. */
const IN_HTML =
  /<a href="(?<home>https?:\/\/[^\s"#]{1,200}|\/)?#narrow\/[^\s"]{1,600}\/near\/(?<post>\d{1,20})">[^<]{0,60}<\/a>[^<]{0,40}<\/p>\s{0,8}<blockquote>/g;

/** A message that another quotes. */
export interface SaidLink {
  /** The message's id. */
  readonly post: string;
  /** The organisation's address where the link names it, with a slash at its end. */
  readonly home?: string;
}

/** The links above a message's quotes by which it says what it quotes, in order. */
export function saidLinks(content: string): readonly SaidLink[] {
  return [...content.matchAll(IN_MARKDOWN), ...content.matchAll(IN_HTML)].map(({ groups = {} }) => ({
    post: groups.post ?? '',
    ...(groups.home?.startsWith('http') ? { home: groups.home } : {}),
  }));
}
