import { markdownWithWholeAddresses, outsideCode } from '../reading/home-address.ts';

/**
 * What its author typed, without the poll of that name, which goes to the post's own; addresses become whole where
 * the forum's is known.
 */
export function readRaw(raw: string, forum: string | undefined, poll: string | undefined): string {
  const text = poll === undefined ? raw : withoutPoll(raw, poll);
  if (!forum) return text;
  const uploads = (stretch: string) => stretch.replace(UPLOAD, `](${forum}/uploads/short-url/`);
  return markdownWithWholeAddresses(outsideCode(text, uploads), forum);
}

/** `![map|690x400](upload://aB3xY.png)`, `[tables|attachment](upload://c9.pdf)` */
const UPLOAD = /\]\(upload:\/\/(?=\w)/g;

/** `[poll]`, `[poll name=tea type=multiple]` */
const OPENING = /^\s{0,3}\[poll(?<attributes>\s[^\]\n]{0,400})?\]\s*$/;
const CLOSING = /^\s{0,3}\[\/poll\]\s*$/;
/** `name=tea`, `name="tea"` */
const NAME = /\sname=["']?(?<name>[\w-]{1,60})/;
/** ```` ```py ```` */
const FENCE = /^\s{0,3}(?:`{3}|~{3})/;
/** `# Tea or coffee?`: what a poll asks, on a line of its own within it. */
const TITLE = /^\s{0,3}#{1,6}\s/;

/** Without its lines but for its title, which is its author's words; all as it is where there is no such poll. */
function withoutPoll(raw: string, poll: string): string {
  const lines = raw.split('\n');
  const from = openingOf(lines, poll);
  const to = from < 0 ? -1 : lines.findIndex((line, at) => at > from && CLOSING.test(line));
  if (to < 0) return raw;
  const title = lines.slice(from, to).filter((line) => TITLE.test(line));
  return [...lines.slice(0, from), ...title, ...lines.slice(to + 1)].join('\n').trim();
}

function openingOf(lines: readonly string[], poll: string): number {
  let fenced = false;
  return lines.findIndex((line) => {
    if (FENCE.test(line)) fenced = !fenced;
    const opening = fenced ? null : OPENING.exec(line);
    if (!opening) return false;
    return (NAME.exec(opening.groups?.attributes ?? '')?.groups?.name ?? 'poll') === poll;
  });
}
