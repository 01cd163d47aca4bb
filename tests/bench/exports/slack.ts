const WORDS = 'the lamp on outer mole was dark from ten until four and two boats turned back'.split(' ');

/** A workspace of four channels, of about so many bytes in all. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const channels = ['lamps', 'tides', 'moorings', 'slipway'];
  const files = new Map<string, Blob>([
    ['channels.json', blob(channels.map((name, n) => ({ id: `C07QUAYS${n}`, name, created: 1 })))],
    ['users.json', blob(Array.from({ length: 40 }, (_, n) => ({ id: user(n), name: `crew${n}` })))],
  ]);
  let written = 0;
  for (let day = 0; written < bytes; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 1) + Math.floor(day / channels.length) * 86_400_000);
    const content = blob(Array.from({ length: 400 }, (_, n) => message(date.getTime() / 1000, n, day)));
    files.set(`${channels[day % channels.length]}/${date.toISOString().slice(0, 10)}.json`, content);
    written += content.size;
  }
  return files;
}

function message(second: number, n: number, day: number) {
  const text = sentence(n + day);
  const quoted = sentence(n + day - 1);
  const thread = n % 5 === 0 ? {} : { thread_ts: `${second + n - (n % 5)}.000100` };
  const quote = { type: 'rich_text_quote', elements: [{ type: 'text', text: quoted }] };
  const own = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return {
    client_msg_id: `3d9b5c1e-${day}-${n}`,
    type: 'message',
    user: user((n * 7 + day) % 40),
    text: n % 4 === 1 ? `&gt; ${quoted}\n${text}` : text,
    ts: `${second + n}.000100`,
    ...thread,
    blocks: [{ type: 'rich_text', block_id: 'aB', elements: n % 4 === 1 ? [quote, own] : [own] }],
    reactions: n % 9 === 0 ? [{ name: '+1', users: [user(1)], count: 1 }] : undefined,
  };
}

function user(n: number): string {
  return `U02CREW${String(n).padStart(2, '0')}`;
}

function sentence(seed: number): string {
  return Array.from({ length: 12 }, (_, n) => WORDS[(seed * 5 + n * (seed % 7)) % WORDS.length]).join(' ');
}

function blob(value: unknown): Blob {
  return new Blob([JSON.stringify(value, null, 4)]);
}
