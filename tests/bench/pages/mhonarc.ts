import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../pages/serve.ts';
import type { PeerServer } from './peer.ts';

/** The Debian package mhonarc: a page for every message, and one that lists the thread. */
export const mhonarc: PeerServer = async ({ mailbox, posts }, folder) => {
  writeFileSync(join(folder, 'list.mbox'), mailbox);
  const pages = ['-quiet', '-outdir', folder, join(folder, 'list.mbox')];
  const { error, status } = spawnSync('mhonarc', pages, { stdio: 'ignore' });
  if (error || status !== 0) return null;
  const served = await serve(folder, '', 'host');
  return {
    name: 'mhonarc 2.6.19: the thread’s list, then one page a message',
    address: `${served.origin}/threads.html`,
    onward: `a[href$="msg${String(posts - 1).padStart(5, '0')}.html"]`,
    close: served.close,
  };
};
