const WORDS = 'the lamp on the outer mole was dark from ten until four and two boats turned back'.split(' ');

/** Topics of 200 posts each, as the API answers with `print=true`, of about so many bytes in all. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const files = new Map<string, Blob>();
  let written = 0;
  for (let id = 1; written < bytes; id += 1) {
    const content = new Blob([JSON.stringify(topic(id))]);
    files.set(`t-${id}.json`, content);
    written += content.size;
  }
  return files;
}

const POSTS = 200;

function topic(id: number) {
  const posts = Array.from({ length: POSTS }, (_, n) => post(id, n + 1));
  const stream = posts.map((one) => one.id);
  const title = `${sentence(id).slice(0, 40)} ${id}`;
  return { post_stream: { posts, stream }, id, title, slug: 'lamps', archetype: 'regular', visible: true };
}

function post(topicId: number, number: number) {
  const user = (topicId + number) % 60;
  const answered = number % 3 === 0 ? number - 1 : null;
  const quote = `<aside class="quote" data-username="crew${user}" data-post="${answered}" data-topic="${topicId}"><div class="title"><div class="quote-controls"></div> crew${user}:</div><blockquote><p>${sentence(topicId + number - 1)}</p></blockquote></aside>`;
  const said = Array.from({ length: 4 }, (_, n) => sentence(topicId + number + n));
  return {
    id: topicId * 1000 + number,
    name: `Crew ${user}`,
    username: `crew${user}`,
    avatar_template: `/user_avatar/quay.example/crew${user}/{size}/${user}_2.png`,
    created_at: new Date(Date.UTC(2026, 0, 1) + (topicId * POSTS + number) * 60_000).toISOString(),
    updated_at: '2026-12-01T00:00:00.000Z',
    cooked: `${answered ? quote : ''}<p>${said.join('</p>\n<p>')} <a href="/t/lamps/${topicId}">here</a></p>`,
    post_number: number,
    post_type: 1,
    reply_to_post_number: answered,
    version: 1 + (number % 2),
    user_id: user,
    topic_id: topicId,
    topic_slug: 'lamps',
    actions_summary: [{ id: 2, count: number % 5 }],
    hidden: false,
    deleted_at: null,
    user_deleted: false,
  };
}

function sentence(seed: number): string {
  return Array.from({ length: 14 }, (_, n) => WORDS[(seed * 7 + n * (1 + (seed % 5))) % WORDS.length]).join(
    ' ',
  );
}
