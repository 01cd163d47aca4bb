const WORDS =
  'lamp pier tide ferry oar rope gull bell quay weir stone water night bread keeper harbour'.split(' ');

/** A thread of the generic form of about so many bytes: each post answers and quotes an earlier one. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const head = { quotidian: 1, thread: { id: 'lamps', title: 'Lamps' } };
  const lines = [head, ...postsOf(bytes)].map((line) => `${JSON.stringify(line)}\n`);
  return new Map([['lamps.ndjson', new Blob(lines)]]);
}

/** The posts as columns and their values, about so many bytes of them as JSON. */
export function postsOf(bytes: number): readonly Readonly<Record<string, string>>[] {
  const posts: Record<string, string>[] = [];
  for (let size = 0, n = 0; size < bytes; n += 1) {
    const answered = Math.floor(n / 2);
    const post = {
      id: String(n),
      parent: n === 0 ? '' : String(answered),
      author: `keeper${n % 97}`,
      published: new Date(1_770_000_000_000 + n * 60_000).toISOString(),
      url: `https://quay.example/lamps/${n}`,
      format: 'markdown',
      body: n === 0 ? said(n) : `> ${said(answered)}\n\n${said(n)}`,
    };
    size += JSON.stringify(post).length + 1;
    posts.push(post);
  }
  return posts;
}

function said(n: number): string {
  return Array.from({ length: 24 }, (_, at) => WORDS[(n * 7 + at * (1 + (n % 5))) % WORDS.length]).join(' ');
}
