const WORDS = 'the harbour clock is wound by hand on sundays and the ferry leaves by it in any weather'.split(
  ' ',
);
const FIRST = 71_000_000;
const TIME = 1_772_524_800;

/** Firebase items one a line, of about so many bytes: one story, every fourth comment with a quote of what it answers. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const lines = [
    JSON.stringify({ by: 'ines', id: FIRST, score: 9, time: TIME, title: sentence(0), type: 'story' }),
  ];
  let written = 0;
  for (let n = 1; written < bytes; n += 1) {
    const line = JSON.stringify(comment(n));
    lines.push(line);
    written += line.length + 1;
  }
  return new Map([['items.jsonl', new Blob([lines.join('\n')])]]);
}

function comment(n: number) {
  const parent = Math.floor(n / 3);
  const quote = n % 4 === 0 ? `&gt; ${sentence(parent)}<p>` : '';
  return {
    by: `voice${n % 40}`,
    id: FIRST + n,
    parent: FIRST + parent,
    text: `${quote}${sentence(n)}<p>It&#x27;s ${sentence(n + 7)}`,
    time: TIME + n,
    type: 'comment',
  };
}

function sentence(n: number): string {
  return Array.from({ length: 14 }, (_, at) => WORDS[(n * 7 + at * (1 + (n % 5))) % WORDS.length]).join(' ');
}
