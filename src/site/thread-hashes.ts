import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readThreadFiles } from './content-files.ts';
import { readPeopleText } from './people-file.ts';

/** Of a thread's files; `bytes` is the size of what was imported. */
export interface ThreadHash {
  readonly hash: string;
  readonly bytes: number;
}

/** The hashes of threads' files by the threads' ids. */
export type ThreadHashes = (id: string) => ThreadHash;

/** Reads the files anew whenever it is asked. */
export function threadHashes(root: string): ThreadHashes {
  return (id) => {
    const { json, hash } = readThreadFiles(root, id);
    return { hash, bytes: json.length };
  };
}

/** For a process that goes on: a thread's files are read again where the system says that one was written since. */
export function rememberedHashes(root: string): () => ThreadHashes {
  const known = new Map<string, { readonly stamp: string; readonly of: ThreadHash }>();
  const read = threadHashes(root);
  return () => {
    const people = readPeopleText(root);
    return (id) => {
      const files = ['json', 'yaml'].map((ending) => stampOf(join(root, `content/threads/${id}.${ending}`)));
      const stamp = [...files, people].join(' ');
      const before = known.get(id);
      if (before?.stamp === stamp) return before.of;
      const of = read(id);
      known.set(id, { stamp, of });
      return of;
    };
  };
}

/** Changes with every writing of the file, and when another takes its place. */
export function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino}/${stat.size}/${stat.mtimeNs}/${stat.ctimeNs}` : '';
}
