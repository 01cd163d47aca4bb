/** `gh api repos/quay/weir/issues/12/comments --paginate` beside its issue: each comment quotes one before it. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const comments: string[] = [];
  for (let length = 0; length < bytes; length += comments.at(-1)?.length ?? 0)
    comments.push(JSON.stringify(commentOf(comments.length)));
  const issue = JSON.stringify({
    ...entry('/issues/12', 0),
    number: 12,
    title: 'The gate sticks when the tide turns',
    body: sentence(0),
    comments: comments.length,
  });
  return new Map([['input.json', new Blob([`{"issue":${issue},"comments":[${comments.join(',\n')}]}`])]]);
}

const WEB = 'https://github.com/quay/weir';
const PEOPLE = 40;

function commentOf(n: number) {
  const quote = n % 3 === 0 ? '' : `> ${sentence(Math.floor(n / 2))}\r\n\r\n`;
  return {
    ...entry(`/issues/12#issuecomment-${n + 1}`, n + 1),
    issue_url: 'https://api.github.com/repos/quay/weir/issues/12',
    body: `${quote}${sentence(n + 1)}`,
    performed_via_github_app: null,
  };
}

function entry(path: string, n: number) {
  const login = `keeper-${n % PEOPLE}`;
  const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  const reactions = { total_count: n % 5, '+1': n % 5, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0 };
  return {
    html_url: `${WEB}${path}`,
    id: n + 1,
    node_id: `IC_kwDO${n + 1}`,
    user: { login, id: n % PEOPLE, html_url: `https://github.com/${login}`, type: 'User', site_admin: false },
    author_association: 'NONE',
    created_at: at,
    updated_at: at,
    reactions,
  };
}

const WORDS = 'the gate of the weir stuck again when tide and wind turned before the lamp was lit'.split(' ');

function sentence(n: number): string {
  const words = Array.from({ length: 24 }, (_, k) => WORDS[(n * 7 + k * (1 + (n % 5))) % WORDS.length]);
  return `In entry ${n} ${words.join(' ')}.`;
}
