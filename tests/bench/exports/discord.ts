const WORDS = 'the lamp on outer mole was dark from ten until four and two boats turned back'.split(' ');

/** One channel of about so many bytes. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const messages: string[] = [];
  for (let [n, written] = [0, 0]; written < bytes; n += 1) {
    const text = JSON.stringify(message(n), null, 2);
    written += text.length;
    messages.push(text);
  }
  const channel = { id: '7003', type: 'GuildTextChat', categoryId: '7900', category: 'Text', name: 'lamps' };
  const guild = { id: '7000', name: 'Quay', iconUrl: 'https://cdn.example/a.png' };
  const heading = JSON.stringify({ guild, channel, exportedAt: '2026-03-09T18:00:00+01:00' }).slice(0, -1);
  return new Map([['lamps.json', new Blob([`${heading},"messages":[${messages.join(',')}]}`])]]);
}

function message(n: number) {
  const answers =
    n % 5 === 0 ? {} : { reference: { type: 'Default', messageId: id(n - 1), channelId: '7003' } };
  return {
    id: id(n),
    type: n % 5 === 0 ? 'Default' : 'Reply',
    timestamp: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    timestampEdited: null,
    callEndedTimestamp: null,
    isPinned: false,
    content: n % 4 === 1 ? `> ${sentence(n - 1)}\n<@${7001 + (n % 40)}> ${sentence(n)}` : sentence(n),
    author: user(n * 7),
    attachments: [],
    embeds: [],
    stickers: [],
    reactions:
      n % 9 === 0 ? [{ emoji: { id: '', name: '👀', imageUrl: '' }, count: 2, users: [user(n)] }] : [],
    mentions: n % 4 === 1 ? [user(n)] : [],
    ...answers,
    inlineEmojis: [],
  };
}

function id(n: number): string {
  return `11000000000${String(n).padStart(8, '0')}`;
}

function user(n: number) {
  const name = `crew${n % 40}`;
  return { id: `${7001 + (n % 40)}`, name, discriminator: '0000', nickname: name, isBot: false, roles: [] };
}

function sentence(seed: number): string {
  return Array.from({ length: 12 }, (_, n) => WORDS[(seed * 5 + n * (seed % 7)) % WORDS.length]).join(' ');
}
