const WORDS = 'the harbour clock is wound by hand on sundays and the ferry leaves by it in any weather'.split(
  ' ',
);
const TIME = 1_772_524_800;

/** An archive of about so many bytes, one a line: one post, every fourth comment with a quote of what it answers. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const post = { ...common('p1', 0), title: sentence(0), selftext: '', is_self: true, over_18: false };
  const lines = [JSON.stringify(post)];
  let written = 0;
  for (let n = 1; written < bytes; n += 1) {
    const line = JSON.stringify(comment(n));
    lines.push(line);
    written += line.length + 1;
  }
  return new Map([['quayside.jsonl', new Blob([lines.join('\n')])]]);
}

function comment(n: number) {
  const parent = Math.floor(n / 3);
  const quote = n % 4 === 0 ? `&gt; ${sentence(parent)}\n\n` : '';
  return {
    ...common(`c${n}`, n),
    body: `${quote}${sentence(n)} &amp; ${sentence(n + 7)}`,
    link_id: 't3_p1',
    parent_id: parent === 0 ? 't3_p1' : `t1_c${parent}`,
    controversiality: 0,
    is_submitter: false,
    score_hidden: false,
  };
}

function common(id: string, n: number) {
  return {
    id,
    author: `voice${n % 40}`,
    author_fullname: `t2_v${n % 40}`,
    created_utc: TIME + n,
    edited: false,
    score: n % 50,
    subreddit: 'quayside',
    subreddit_id: 't5_quay',
    subreddit_type: 'public',
    permalink: `/r/quayside/comments/p1/a_thread/${id}/`,
    distinguished: null,
    stickied: false,
    gilded: 0,
  };
}

function sentence(n: number): string {
  return Array.from({ length: 14 }, (_, at) => WORDS[(n * 7 + at * (1 + (n % 5))) % WORDS.length]).join(' ');
}
