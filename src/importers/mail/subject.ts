/** `Re:`, `RE[2]:`, `AW:`, `Fwd:` and what other languages' mail programs write. */
const PREFIX =
  /^(?:(re|aw|antw|antwort|sv|vs|odp|ynt|res|rif|回复|答复|回覆)|fwd?|wg|tr|rv|vl|enc|i|doorst|转发|轉寄)\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s?[:：]\s*/i;
/** `[quay-dev] Boats`, `[PATCH v2 3/7] dock: …`: the text in the brackets. */
const TAG = /^\[([^[\]]{1,80})\]\s*/;
/** `[VOTE]`, `[RFC]`, `[ANNOUNCE]`: capitals say what the message is, small letters which list it came by. */
const TOPIC = /^[A-Z]{2,}$/;
const LONGEST_SUBJECT = 1000;
const MOST_PREFIXES = 50;

export interface Subject {
  /** Without `Re:`, `Fwd:` and list tags; `[PATCH v2 3/7]` stays. */
  readonly title: string;
  /** Whether it answers something: `Re:` stood before it. */
  readonly reply: boolean;
}

/** A decoded `Subject:` taken apart. `list` is the list's own name, whose tag is dropped however it is written. */
export function readSubject(header: string, list?: string): Subject {
  let title = header.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SUBJECT);
  let reply = false;
  for (let n = 0; n < MOST_PREFIXES; n++) {
    const prefix = PREFIX.exec(title);
    const tag = prefix ? null : TAG.exec(title);
    const dropped = prefix?.[0] ?? (tag && isListTag(tag[1] ?? '', list) ? tag[0] : '');
    if (!dropped || dropped.length === title.length) break;
    reply ||= prefix?.[1] !== undefined;
    title = title.slice(dropped.length);
  }
  return { title, reply };
}

function isListTag(tag: string, list: string | undefined): boolean {
  if (list !== undefined && tag.toLowerCase() === list.toLowerCase()) return true;
  return !/\s/.test(tag) && !/^PATCH/i.test(tag) && !TOPIC.test(tag) && !/^[\d/]+$/.test(tag);
}

const FEWEST_WORDS = 2;

/** What equal subjects have in common, for threads whose references are lost; `null` where it is too short to tell. */
export function subjectKey({ title }: Subject): string | null {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.length < FEWEST_WORDS ? null : words.join(' ');
}
