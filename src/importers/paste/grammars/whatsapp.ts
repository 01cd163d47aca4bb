import type { Attachment } from '../../../thread/schema.ts';
import { copiedPosts } from '../copied-posts.ts';
import type { Grammar, Mark, Speaker } from './grammar.ts';
import { markLines } from './mark-lines.ts';
import { speakerNamed } from './speaker.ts';

/**
 * A chat exported by WhatsApp: `[3/4/24, 10:32:11] Name: words` (iOS), `04.03.24, 10:32 - Name: words` (Android). Such a
 * chat is a closed place. Telephone numbers, which stand for people outside the address book, are not kept.
 */
export const whatsapp: Grammar = {
  name: 'whatsapp',
  label: 'WhatsApp chat',
  closed: 'A WhatsApp chat',
  marks,
  read(lines) {
    const [read, numbers] = [marks(lines), new Map<string, string>()];
    return copiedPosts(
      lines,
      read.map((mark) => withoutNumbers(mark, numbers)),
    );
  },
};

function marks(lines: readonly string[]): readonly Mark[] {
  return markLines(
    lines.map((line) => line.replace(INVISIBLE, '')),
    (line) => markOf(line),
  ).map((mark, n) =>
    mark.letter === 't' ? { ...mark, text: (lines[n] ?? '').replace(INVISIBLE, '') } : mark,
  );
}

// Direction marks, which iOS writes before what is attached.
const INVISIBLE = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
// `[3/4/24, 10:32:11 AM] `, `[04.03.24, 10:32:11] `
const IOS =
  /^\[(\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202F\u00A0]?[ap]\.?[ \u00A0]?m\.?)?)\] /i;
// `04.03.24, 10:32 - `, `3/4/24, 10:32 AM - `
const ANDROID =
  /^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?:[ \u202F\u00A0]?[ap]\.?[ \u00A0]?m\.?)?) - /i;
// `Ines Kovar: `; a line of the service has no name
const SPEAKER = /^~?[ \u202F\u00A0]?([^:]{1,80}): ?/;
// `Messages and calls are end-to-end encrypted.` below the group's own name
const SERVICE =
  /^(?:Messages (?:and calls|to this (?:group|chat)) are (?:now )?(?:end-to-end encrypted|secured)|Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt)/;

function markOf(line: string): Mark | null {
  const ios = IOS.exec(line);
  const match = ios ?? ANDROID.exec(line);
  if (!match) return null;
  const rest = line.slice(match[0].length);
  const named = SPEAKER.exec(rest);
  const words = named ? rest.slice(named[0].length) : rest;
  const speaker = named && speakerNamed(named[1] ?? '');
  if (!named || SERVICE.test(words)) return { letter: 'n' };
  return {
    letter: 'h',
    shape: ios ? '[date, time] name:' : 'date, time - name:',
    speaker,
    time: match[1] ?? '',
    ...contentOf(words),
  };
}

// `This message was deleted.`, `You deleted this message`, `Diese Nachricht wurde gelöscht.`
const DELETED = /^(?:This message was deleted|You deleted this message|Diese Nachricht wurde gelöscht)\.?$/;
// `image omitted`
const OMITTED = /^(image|video|audio|GIF|sticker|document|Contact card) omitted$/;
const MEDIA = /^<(?:Media omitted|Medien ausgeschlossen)>$/;
// `IMG-20260303-WA0001.jpg (file attached)`, `<attached: 00000012-PHOTO.jpg>`
const ATTACHED = /^(?:(\S{1,120}) \((?:file attached|Datei angehängt)\)|<attached: (\S{1,120})>)$/;
// ` <This message was edited>`
const EDITED = /\s{0,2}<This message was edited>$/;

function contentOf(words: string): Pick<Mark, 'text' | 'state' | 'attachment'> {
  if (DELETED.test(words)) return { text: '', state: 'deleted' };
  const kind = MEDIA.test(words) ? 'file' : OMITTED.exec(words)?.[1];
  if (kind !== undefined) return { text: '', attachment: { type: TYPES[kind] ?? 'file' } };
  const file = ATTACHED.exec(words);
  if (file) return { text: '', attachment: named(file[1] ?? file[2] ?? '') };
  return { text: words.replace(EDITED, '') };
}

const TYPES: Readonly<Record<string, Attachment['type']>> = {
  image: 'image',
  sticker: 'image',
  video: 'video',
  audio: 'audio',
  GIF: 'animation',
};
// `.jpg`
const IMAGE = /\.(?:jpe?g|png|webp|gif)$/i;

function named(name: string): Attachment {
  return { type: IMAGE.test(name) ? 'image' : 'file', name };
}

// `+49 170 1234567`, `+1 (555) 010-0199`
const NUMBER = /^[~\s\u00A0]{0,3}\+?\d[\d\s\u00A0().-]{5,24}$/;
// `@491701234567`, as a mention of somebody outside the address book
const MENTIONED = /@\+?\d{7,15}(?!\d)/g;

/** `Number 1` for the first telephone number, and no number in the words of a mention. */
function withoutNumbers(mark: Mark, numbers: Map<string, string>): Mark {
  const { speaker, text } = mark;
  return {
    ...mark,
    ...(speaker && { speaker: withoutNumber(speaker, numbers) }),
    ...(text !== undefined && { text: text.replace(MENTIONED, '@‹number›') }),
  };
}

function withoutNumber(speaker: Speaker, numbers: Map<string, string>): Speaker {
  if (!NUMBER.test(speaker.handle)) return speaker;
  const handle = numbers.get(speaker.key) ?? `Number ${numbers.size + 1}`;
  numbers.set(speaker.key, handle);
  return { key: handle, handle };
}
