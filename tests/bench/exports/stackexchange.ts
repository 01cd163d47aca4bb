const WORDS = 'the harbour clock is wound by hand on sundays and the ferry leaves by it in any weather'.split(
  ' ',
);
const SITE = 'https://quays.example';
const TIME = 1_772_524_800;

/** Questions of about so many bytes, each with three answers that quote it and with comments. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const items: string[] = [];
  let written = 0;
  for (let n = 1; written < bytes; n += 1) {
    const item = JSON.stringify(question(n));
    items.push(item);
    written += item.length + 1;
  }
  const answer = `{"items":[${items.join(',')}],"has_more":false,"quota_max":300,"quota_remaining":271}`;
  return new Map([['questions.json', new Blob([answer])]]);
}

function question(n: number) {
  const question_id = n * 10;
  return {
    ...common(n, `<p>${sentence(n)}.</p>\n`),
    question_id,
    title: `${sentence(n)}? &quot;${n}&quot;`,
    link: `${SITE}/questions/${question_id}/a-question`,
    is_answered: true,
    answer_count: 3,
    comments: [1, 2].map((at) => comment(question_id, at)),
    answers: [1, 2, 3].map((at) => answer(n, at)),
  };
}

function answer(n: number, at: number) {
  const body = `<blockquote>\n<p>${sentence(n)}.</p>\n</blockquote>\n<p>${sentence(n + at)}</p>\n`;
  const ids = { question_id: n * 10, answer_id: n * 10 + at };
  return { ...common(n + at, body), ...ids, is_accepted: at === 1, comments: [comment(ids.answer_id, 1)] };
}

function comment(post_id: number, at: number) {
  return {
    ...common(post_id + at, sentence(post_id + at)),
    post_id,
    comment_id: post_id * 10 + at,
    edited: false,
  };
}

function common(n: number, body: string) {
  const user_id = n % 400;
  const owner = { user_id, display_name: `Voice ${user_id}`, link: `${SITE}/users/${user_id}/voice` };
  return { owner, score: n % 9, creation_date: TIME + n, content_license: 'CC BY-SA 4.0', body };
}

function sentence(n: number): string {
  return Array.from({ length: 14 }, (_, at) => WORDS[(n * 7 + at * (1 + (n % 5))) % WORDS.length]).join(' ');
}
