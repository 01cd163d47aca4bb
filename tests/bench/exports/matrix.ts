const WORDS = 'the bell on the mole rings twice when fog comes in and the ferry waits outside'.split(' ');
const ROOM = '!harbour:quay.example';

/** Element's export of an open room of about so many bytes, with replies, edits and reactions. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const messages: object[] = [
    event(0, 'm.room.history_visibility', { history_visibility: 'world_readable' }, { state_key: '' }),
  ];
  let written = 0;
  for (let n = 1; written < bytes; n += 1) {
    const next = n % 9 === 0 ? reaction(n) : n % 13 === 0 ? edit(n) : message(n);
    messages.push(next);
    written += JSON.stringify(next, null, 2).length + 60;
  }
  const about = { room_name: 'Harbour', room_creator: 'crew0', topic: '', export_date: '3/4/2026' };
  const content = { ...about, exported_by: 'crew1', messages };
  return new Map([['export.json', new Blob([JSON.stringify(content, null, 2)])]]);
}

function message(n: number) {
  const text = sentence(n);
  const answers = n % 3 === 0 ? { 'm.relates_to': { 'm.in_reply_to': { event_id: id(n - 1) } } } : {};
  const html = n % 3 === 0 ? `<blockquote>\n<p>${sentence(n - 1)}</p>\n</blockquote>\n<p>${text}</p>` : text;
  const format = { format: 'org.matrix.custom.html', formatted_body: html };
  return event(n, 'm.room.message', { msgtype: 'm.text', body: text, ...format, ...answers });
}

function edit(n: number) {
  const body = sentence(n + 1);
  const relation = { rel_type: 'm.replace', event_id: id(n - 40) };
  const content = { msgtype: 'm.text', body: `* ${body}`, 'm.new_content': { msgtype: 'm.text', body } };
  return event(n, 'm.room.message', { ...content, 'm.relates_to': relation });
}

function reaction(n: number) {
  const relation = { rel_type: 'm.annotation', event_id: id(n - 1), key: n % 2 === 0 ? '👍️' : '🔔' };
  return event(n, 'm.reaction', { 'm.relates_to': relation });
}

function event(n: number, type: string, content: object, extra: object = {}) {
  const sender = `@crew${n % 40}:quay.example`;
  const origin_server_ts = Date.UTC(2026, 2, 3) + n * 1000;
  return { content, origin_server_ts, room_id: ROOM, sender, type, event_id: id(n), ...extra };
}

function id(n: number): string {
  return `$${String(n).padStart(43, 'x')}`;
}

function sentence(seed: number): string {
  return Array.from({ length: 14 }, (_, n) => WORDS[(seed * 5 + n * (seed % 7)) % WORDS.length]).join(' ');
}
