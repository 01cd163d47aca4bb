import { checkContent } from '../cli/check-content.ts';
import type { ContentFinding } from '../cli/checking/finding.ts';
import { digestAddress } from '../site/addresses.ts';
import { editedThread, parseOverlay, readThreadFiles, threadIds } from '../site/content-files.ts';
import { type DigestFile, digestFiles, parseDigestFile } from '../site/digest-files.ts';
import type { Library } from '../site/library.ts';
import { QuotidianError } from '../thread/error.ts';
import { editOverlay } from './edit-overlay.ts';
import { insertQuote } from './insert-quote.ts';
import { quoteOfPost } from './quote-of-post.ts';
import type { Desk, DeskAnswer, DeskDraft, DeskFinding, DeskRequest, DeskThread } from './requests.ts';
import { type SeenFiles, seenAs } from './seen-files.ts';

export interface Desktop {
  readonly root: string;
  readonly base: string;
  readonly library: Library;
  readonly files: SeenFiles;
}

/** Does what the toolbar's app asks. Whatever stands in the way is said, and nothing is written then. */
export function answer(request: DeskRequest, desktop: Desktop): DeskAnswer {
  try {
    return ANSWERS[request.ask](request as never, desktop);
  } catch (error) {
    if (!(error instanceof QuotidianError)) throw error;
    return { kind: 'refused', message: [error.message, error.hint].filter(Boolean).join(' ') };
  }
}

type Asking<Kind> = DeskRequest & { ask: Kind };

const ANSWERS: {
  readonly [Kind in DeskRequest['ask']]: (request: Asking<Kind>, desktop: Desktop) => DeskAnswer;
} = {
  desk: (request, desktop) => ({ kind: 'desk', desk: deskOf(request, desktop) }),
  quote: (request, { library }) => ({ kind: 'quote', markdown: quoteOfPost(request, library) }),
  insert: (request, desktop) => ({ kind: 'written', file: insertInto(request, desktop) }),
  overlay: (request, desktop) => ({ kind: 'written', file: decide(request, desktop) }),
  undo: (_, { files }) => ({ kind: 'written', file: files.undo() }),
};

function deskOf({ thread, check }: Asking<'desk'>, desktop: Desktop): Desk {
  const last = desktop.files.last();
  return {
    drafts: draftsOf(desktop, check),
    ...(thread !== undefined && threadIds(desktop.root).includes(thread)
      ? { thread: threadOf(thread, desktop) }
      : {}),
    ...(last === undefined ? {} : { undo: last }),
  };
}

function draftsOf({ root, base }: Desktop, check: boolean): readonly DeskDraft[] {
  const drafts = digestFiles(root).filter(isDraft);
  const byFile =
    check && drafts.length > 0 ? Map.groupBy(checkContent(root).findings, ({ file }) => file) : undefined;
  return drafts.map((draft) => ({
    slug: draft.slug,
    title: parseDigestFile(draft).data.title,
    href: digestAddress(base, draft.slug),
    seen: seenAs(draft.text),
    ...(byFile ? { findings: (byFile.get(draft.file) ?? []).map(shortFinding) } : {}),
  }));
}

function shortFinding({ file, line, severity, message }: ContentFinding): DeskFinding {
  return { place: line === undefined ? file : `${file}:${line}`, severity, message };
}

function isDraft(file: DigestFile): boolean {
  try {
    return parseDigestFile(file).data.draft;
  } catch {
    return false;
  }
}

function threadOf(id: string, { root, files }: Desktop): DeskThread {
  const read = readThreadFiles(root, id);
  const text = files.read(overlayFile(id));
  const overlay = text === '' ? {} : parseOverlay(text, overlayFile(id));
  const { thread } = editedThread({ ...read, overlay: '' });
  return {
    seen: seenAs(text),
    omitted: overlay.omit ?? [],
    people: Object.values(thread.people).map(({ handle }) => handle),
    posts: thread.posts.map((post) => {
      const person = post.author === null ? undefined : thread.people[post.author];
      const { note, warning = post.warning } = overlay.posts?.[post.id] ?? {};
      return {
        id: post.id,
        name: person ? person.name || person.handle : null,
        ...(note ? { note } : {}),
        ...(warning ? { warning } : {}),
      };
    }),
  };
}

function insertInto(request: Asking<'insert'>, { root, library, files }: Desktop): string {
  const draft = digestFiles(root).find(({ slug }) => slug === request.draft);
  if (!draft || !isDraft(draft))
    throw new QuotidianError(`There is no draft “${request.draft}”.`, { code: 'unknown-draft' });
  const markdown = quoteOfPost(request, library);
  const { thread, place } = request;
  const text = insertQuote(draft.text, parseDigestFile(draft), { markdown, thread, place });
  // Whatever went wrong is an error here, before anything is written.
  parseDigestFile({ ...draft, text });
  files.write(draft.file, text, request.seen);
  return draft.file;
}

function decide({ thread: id, seen, edit }: Asking<'overlay'>, { root, files }: Desktop): string {
  if (!threadIds(root).includes(id))
    throw new QuotidianError(`There is no thread “${id}”.`, { code: 'unknown-thread' });
  const file = overlayFile(id);
  const read = readThreadFiles(root, id);
  const before = editedThread(read);
  const text = editOverlay(files.read(file), edit);
  const after = editedThread({ ...read, overlay: text });
  const unknown = after.unknown.find((one) => !before.unknown.includes(one));
  if (unknown !== undefined)
    throw new QuotidianError(`The thread does not hold “${unknown}”.`, { code: 'unknown-post' });
  const known = new Set(editedThread({ ...read, overlay: '' }).thread.posts.map((post) => post.id));
  if (edit.kind === 'parent' && edit.parent !== null && !known.has(edit.parent))
    throw new QuotidianError(`The thread holds no post “${edit.parent}”.`, { code: 'unknown-post' });
  files.write(file, text, seen);
  return file;
}

function overlayFile(id: string): string {
  return `content/threads/${id}.yaml`;
}
