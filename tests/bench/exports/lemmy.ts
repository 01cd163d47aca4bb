const WORDS = 'the clock in the ferry hall is four minutes slow and nobody knows who has the key to it'.split(
  ' ',
);
const DAY = Date.UTC(2026, 2, 3);
const HOST = 'https://harbour.example';

/** The comments of one post, as `GET /api/v3/comment/list` answers, of about so many bytes: chains of ten. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const comments: string[] = [];
  let written = 0;
  for (let n = 1; written < bytes; n += 1) {
    const view = JSON.stringify(viewOf(n));
    comments.push(view);
    written += view.length;
  }
  return new Map([['comments.json', new Blob([`{"comments":[${comments.join(',')}]}`])]]);
}

function viewOf(n: number) {
  const published = new Date(DAY + n * 60_000).toISOString();
  const chain = Array.from({ length: n % 10 }, (_, k) => n - (n % 10) + k + 1).filter((id) => id < n);
  const quote = n % 6 === 2 ? `> ${sentence(n - 1)}\n\n` : '';
  const by = n % 400;
  return {
    comment: {
      id: n,
      creator_id: by,
      post_id: 1,
      content: `${quote}${sentence(n)}`,
      removed: false,
      published,
      deleted: false,
      ap_id: `${HOST}/comment/${n}`,
      local: true,
      path: ['0', ...chain, n].join('.'),
      distinguished: false,
      language_id: 0,
    },
    creator: { id: by, name: `crew${by}`, published, actor_id: `${HOST}/u/crew${by}`, bot_account: false },
    post: { id: 1, name: 'The clock', creator_id: 1, published, ap_id: `${HOST}/post/1`, nsfw: false },
    community: { id: 4, name: 'ferries', actor_id: `${HOST}/c/ferries`, visibility: 'Public' },
    counts: { comment_id: n, score: n % 9, upvotes: n % 9, downvotes: 0, published, child_count: 0 },
  };
}

function sentence(seed: number): string {
  return Array.from({ length: 14 }, (_, n) => WORDS[(seed * 5 + n * (seed % 7)) % WORDS.length]).join(' ');
}
