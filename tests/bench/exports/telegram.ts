const WORDS = 'the lamp on outer mole was dark from ten until four and two boats turned back'.split(' ');

/** A group of about so many bytes. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const messages: string[] = [];
  for (let [n, written] = [1, 0]; written < bytes; n += 1) {
    const text = JSON.stringify(message(n), null, 1);
    written += text.length;
    messages.push(text);
  }
  const heading = '{"name":"Quay lamps","type":"public_supergroup","id":1482000001,"messages":[';
  return new Map([['result.json', new Blob([`${heading}${messages.join(',')}]}`])]]);
}

function message(n: number) {
  const own = { type: 'plain', text: sentence(n) };
  const text_entities = n % 4 === 1 ? [{ type: 'blockquote', text: sentence(n - 1) }, own] : [own];
  return {
    id: n,
    type: 'message',
    date: '2026-01-01T00:00:00',
    date_unixtime: String(1767225600 + n),
    from: `Crew ${(n * 7) % 40}`,
    from_id: `user${7001 + ((n * 7) % 40)}`,
    ...(n % 5 === 0 || n === 1 ? {} : { reply_to_message_id: n - 1 }),
    text: n % 4 === 1 ? text_entities : own.text,
    text_entities,
    ...(n % 9 === 0 ? { reactions: [{ type: 'emoji', count: 2, emoji: '👍' }] } : {}),
  };
}

function sentence(seed: number): string {
  return Array.from({ length: 12 }, (_, n) => WORDS[(seed * 5 + n * (seed % 7)) % WORDS.length]).join(' ');
}
