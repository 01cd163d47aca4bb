const WORDS = 'the lamp on the outer mole was dark from ten until four and two boats turned back'.split(' ');

/** Answers of `GET /messages` with 5000 messages each, as Markdown, of about so many bytes in all. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const files = new Map<string, Blob>();
  let written = 0;
  for (let page = 0; written < bytes; page += 1) {
    const messages = Array.from({ length: PAGE }, (_, n) => message(page * PAGE + n + 1));
    const content = new Blob([
      JSON.stringify({ result: 'success', found_newest: false, anchor: 0, messages }),
    ]);
    files.set(`messages-${page}.json`, content);
    written += content.size;
  }
  return files;
}

const PAGE = 5000;
/** Messages follow each other in their topic at this distance. */
const TOPICS = 40;

function message(id: number) {
  const user = id % 90;
  const topic = `buoy ${id % TOPICS} of ${Math.floor(id / PAGE)}`;
  const link = `https://quay.example/#narrow/channel/4-lamps/topic/buoy/near/${id - TOPICS}`;
  const quote = `@_**Crew ${(id - TOPICS) % 90}|${(id - TOPICS) % 90}** [said](${link}):\n\`\`\`quote\n${sentence(id - TOPICS)}\n\`\`\`\n\n`;
  return {
    id,
    type: 'stream',
    sender_id: user,
    sender_full_name: `Crew ${user}`,
    sender_email: `user${user}@quay.example`,
    avatar_url: `/user_avatars/2/${user}.png`,
    timestamp: 1772525520 + id,
    subject: topic,
    display_recipient: 'lamps',
    stream_id: 4,
    content: `${id % 4 === 0 && id > TOPICS ? quote : ''}${sentence(id)}. ${sentence(id + 1)}.`,
    content_type: 'text/x-markdown',
    is_me_message: false,
    reactions:
      id % 5
        ? []
        : [{ emoji_name: 'anchor', emoji_code: '2693', reaction_type: 'unicode_emoji', user_id: 3 }],
    submessages: [],
    topic_links: [],
    flags: ['read'],
    client: 'website',
  };
}

function sentence(seed: number): string {
  const at = (n: number) => WORDS[Math.abs(seed * 7 + n * (1 + (seed % 5))) % WORDS.length];
  return Array.from({ length: 14 }, (_, n) => at(n)).join(' ');
}
