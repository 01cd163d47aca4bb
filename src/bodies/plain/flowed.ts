/** How a format=flowed body joins its lines: `delsp` drops the space that marks a soft line end. */
export type Flow = 'flowed' | 'delsp';

/** A line as its author meant it. `flowed` where it was joined from several, and so cannot be wrapped text. */
export interface LogicalLine {
  readonly text: string;
  readonly flowed?: true;
}

/**
 * Joins the lines that format=flowed broke softly (RFC 3676, section 4.2): a line that ends in a space goes on in
 * the next, but for `-- `. The lines are those of one quote depth, unstuffed.
 */
export function joinFlowed(lines: readonly string[], flow: Flow): readonly LogicalLine[] {
  const joined: LogicalLine[] = [];
  let open: string[] = [];
  for (const line of lines) {
    if (isSoft(line)) {
      open.push(flow === 'delsp' ? line.slice(0, -1) : line);
      continue;
    }
    joined.push(open.length > 0 ? { text: [...open, line].join(''), flowed: true } : { text: line });
    open = [];
  }
  if (open.length > 0) joined.push({ text: open.join(''), flowed: true });
  return joined;
}

function isSoft(line: string): boolean {
  return line.endsWith(' ') && line !== '-- ' && line.trim() !== '';
}
