import type { EditedThread } from '../../thread/overlay.ts';
import type { PostId, ThreadId } from '../../thread/schema.ts';
import { orFinding } from '../or-finding.ts';
import type { ContentFinding } from './finding.ts';

/** What `check` knows of a thread by itself. */
export interface CheckedThread {
  /** Whether digests may quote it. */
  readonly isSound: boolean;
  readonly posts: readonly PostId[];
  readonly findings: readonly ContentFinding[];
}

/** Checks a thread and the editor's decisions on it; `read` reads it, or throws. */
export function checkThread(id: ThreadId, read: () => EditedThread): CheckedThread {
  const findings: ContentFinding[] = [];
  const edited = orFinding(read, findings);
  if (!edited) return { isSound: false, posts: [], findings };
  findings.push(
    ...edited.unknown.map((unknown) => unknownPost(id, unknown)),
    ...withoutDescription(id, edited),
  );
  return { isSound: true, posts: edited.thread.posts.map((post) => post.id), findings };
}

function unknownPost(id: ThreadId, unknown: string): ContentFinding {
  return {
    file: `content/threads/${id}.yaml`,
    severity: 'warning',
    code: 'unknown-post',
    message: `The overlay speaks of “${unknown}”, and the thread holds nothing of the kind.`,
    hint: 'Correct the id or the words, or take the entry out.',
  };
}

/** Posts that speak to eyes or ears only, unless the editor has a note there; one finding for the thread. */
function withoutDescription(id: ThreadId, { thread, notes }: EditedThread): ContentFinding[] {
  const silent = thread.posts.filter(
    (post) =>
      !notes.has(post.id) &&
      post.attachments?.some(({ type, description }) => type !== 'file' && !description),
  );
  if (silent.length === 0) return [];
  const named = silent.slice(0, MOST_NAMED).map((post) => post.id);
  const more = silent.length > named.length ? ` and ${silent.length - named.length} more` : '';
  return [
    {
      file: `content/threads/${id}.json`,
      severity: 'warning',
      code: 'no-description',
      message: `Pictures, sound or video without a description by the author: ${named.join(', ')}${more}.`,
      hint: `Say what is there in a note: posts, <id>, note in content/threads/${id}.yaml.`,
    },
  ];
}

const MOST_NAMED = 5;
