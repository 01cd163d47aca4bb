const WORDS = 'the lamp on outer mole was dark from ten until four and two boats turned back'.split(' ');

/** A log of a channel, of about so many bytes; copies by hand are never this long. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const lines: string[] = [];
  for (let n = 0, written = 0; written < bytes; n += 1) {
    const clock = `${String(8 + (Math.floor(n / 60) % 12)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    const words = Array.from({ length: 5 + (n % 12) }, (_, word) => WORDS[(n * 7 + word * 3) % WORDS.length]);
    const line = `[${clock}] <crew${n % 40}> ${words.join(' ')} ${n}`;
    lines.push(line);
    written += line.length + 1;
  }
  return new Map([['channel.log', new Blob([lines.join('\n')])]]);
}
