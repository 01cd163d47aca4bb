const WORDS =
  'a clock that winds itself keeps time within four minutes a year if nobody touches the weights'.split(' ');
const DAY = Date.UTC(2026, 2, 3);
const HOST = 'https://shellfish.example';

/** A story with its comments, as `/s/<id>.json` answers, of about so many bytes: chains of ten. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const comments: object[] = [];
  let written = 0;
  for (let n = 0; written < bytes; n += 1) {
    const comment = commentOf(n);
    comments.push(comment);
    written += JSON.stringify(comment).length;
  }
  const story = {
    short_id: 'k1ttiw',
    short_id_url: `${HOST}/s/k1ttiw`,
    created_at: new Date(DAY).toISOString(),
    title: 'A clock that winds itself',
    url: 'https://clock.example/winding',
    score: 21,
    comments_url: `${HOST}/s/k1ttiw/clock_winds_itself`,
    submitter_user: 'crew0',
    tags: ['hardware'],
    comments,
  };
  return new Map([['k1ttiw.json', new Blob([JSON.stringify(story)])]]);
}

function commentOf(n: number) {
  const depth = n % 10;
  const created_at = new Date(DAY + n * 60_000).toISOString();
  const quote = n % 6 === 1 ? `<blockquote>\n<p>${sentence(n - 1)}</p>\n</blockquote>\n` : '';
  return {
    short_id: `c${n}`,
    short_id_url: `${HOST}/c/c${n}`,
    created_at,
    last_edited_at: created_at,
    is_deleted: false,
    is_moderated: false,
    score: n % 9,
    flags: 0,
    parent_comment: depth === 0 ? null : `c${n - 1}`,
    comment: `${quote}<p>${sentence(n)}</p>\n`,
    comment_plain: sentence(n),
    url: `${HOST}/c/c${n}`,
    depth,
    commenting_user: `crew${n % 400}`,
  };
}

function sentence(seed: number): string {
  return Array.from({ length: 14 }, (_, n) => WORDS[(seed * 5 + n * (seed % 7)) % WORDS.length]).join(' ');
}
