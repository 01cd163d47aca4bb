/** `{issue, discussions}` of the REST API: discussions of three notes, the later two of which quote the first. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const discussions: string[] = [];
  for (let length = 0; length < bytes; length += discussions.at(-1)?.length ?? 0)
    discussions.push(JSON.stringify(discussionOf(discussions.length)));
  const issue = JSON.stringify({
    id: 4012,
    iid: 12,
    project_id: 66,
    title: 'The gate sticks when the tide turns',
    description: sentence(0),
    author: authorOf(0),
    created_at: dateOf(0),
    web_url: 'https://gitlab.example/quay/weir/-/issues/12',
  });
  return new Map([
    ['input.json', new Blob([`{"issue":${issue},"discussions":[${discussions.join(',\n')}]}`])],
  ]);
}

const PEOPLE = 40;
const NOTES = 3;

function discussionOf(n: number) {
  const notes = Array.from({ length: NOTES }, (_, k) => noteOf(n * NOTES + k, n * NOTES));
  return { id: String(n).padStart(40, '0'), individual_note: false, notes };
}

function noteOf(n: number, first: number) {
  return {
    id: n + 1,
    type: 'DiscussionNote',
    body: n === first ? sentence(n) : `> ${sentence(first)}\n\n${sentence(n)}`,
    author: authorOf(n),
    created_at: dateOf(n + 1),
    updated_at: dateOf(n + 1),
    system: false,
    noteable_id: 4012,
    noteable_type: 'Issue',
    resolvable: false,
    confidential: false,
    internal: false,
    noteable_iid: 12,
  };
}

function authorOf(n: number) {
  const username = `keeper-${n % PEOPLE}`;
  return {
    id: n % PEOPLE,
    username,
    name: `Keeper ${n % PEOPLE}`,
    web_url: `https://gitlab.example/${username}`,
  };
}

function dateOf(n: number): string {
  return new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
}

const WORDS = 'the gate of the weir stuck again when tide and wind turned before the lamp was lit'.split(' ');

function sentence(n: number): string {
  const words = Array.from({ length: 24 }, (_, k) => WORDS[(n * 7 + k * (1 + (n % 5))) % WORDS.length]);
  return `In note ${n} ${words.join(' ')}.`;
}
