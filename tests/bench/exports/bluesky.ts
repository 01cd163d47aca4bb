const WORDS = 'the buoy at the fourth pier drifts west whenever the ferry turns before low water'.split(' ');
const DAY = Date.UTC(2026, 2, 3);

/** An answer of `getPostThread` of about so many bytes: a hundred threads' worth of replies below one post. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const root = view(0, undefined);
  const replies: object[] = [];
  let written = 0;
  for (let n = 1; written < bytes; n += 8) {
    const reply = branch(n, n + 8, root.uri);
    replies.push(reply);
    written += JSON.stringify(reply).length;
  }
  const thread = { $type: 'app.bsky.feed.defs#threadViewPost', post: root, replies };
  return new Map([['thread.json', new Blob([JSON.stringify({ thread })])]]);
}

function branch(n: number, end: number, parent: string): object {
  const post = view(n, parent);
  const replies = n + 1 < end ? [branch(n + 1, end, post.uri)] : [];
  return { $type: 'app.bsky.feed.defs#threadViewPost', post, replies };
}

function view(n: number, parent: string | undefined) {
  const did = `did:plc:quay${String(n % 400).padStart(20, 'a')}`;
  const uri = `at://${did}/app.bsky.feed.post/3m${String(n).padStart(11, 'a')}`;
  const said = sentence(n);
  const text = `${n % 6 === 1 ? `> ${sentence(n - 1)}\n\n` : ''}${said} tides.example/${n}`;
  const byteEnd = new TextEncoder().encode(text).length;
  const byteStart = byteEnd - `tides.example/${n}`.length;
  const link = { $type: 'app.bsky.richtext.facet#link', uri: `https://tides.example/${n}` };
  const createdAt = new Date(DAY + n * 60_000).toISOString();
  const ref = (to: string) => ({ cid: 'bafyreiexample', uri: to });
  const root = `at://did:plc:quay${'a'.repeat(19)}0/app.bsky.feed.post/3m${'a'.repeat(10)}0`;
  return {
    uri,
    cid: `bafyreiexample${n}`,
    author: { did, handle: `crew${n % 400}.quay.example`, displayName: `Crew ${n % 400}`, labels: [] },
    record: {
      $type: 'app.bsky.feed.post',
      createdAt,
      facets: [{ features: [link], index: { byteStart, byteEnd } }],
      langs: ['en'],
      ...(parent === undefined ? {} : { reply: { parent: ref(parent), root: ref(root) } }),
      text,
    },
    replyCount: 1,
    repostCount: 0,
    likeCount: n % 12,
    quoteCount: 0,
    indexedAt: createdAt,
    labels: [],
  };
}

function sentence(seed: number): string {
  return Array.from({ length: 14 }, (_, n) => WORDS[(seed * 5 + n * (seed % 7)) % WORDS.length]).join(' ');
}
