import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { firstLine } from './first-line.ts';
import type { PeerServer } from './peer.ts';

const LIST = 'talk@lists.quay.example';

/** The Debian package public-inbox, which runs lore.kernel.org: a whole thread on one page (`/T/`). */
export const publicInbox: PeerServer = async ({ mailbox, firstMessage }, folder) => {
  const inbox = join(folder, 'inbox');
  const env = { PATH: process.env.PATH, HOME: folder, PI_CONFIG: join(folder, 'config') };
  const run = (command: string, options: readonly string[], input = '') =>
    spawnSync(command, options, { env, input, stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
  const made =
    run('public-inbox-init', ['-V2', '-L', 'basic', 'list', inbox, 'http://localhost/list', LIST]) &&
    run('perl', [join(import.meta.dirname, 'import-public-inbox.pl'), inbox, LIST], mailbox);
  if (!made) return null;
  const server = spawn('public-inbox-httpd', ['-W0', '-l', '127.0.0.1:0'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const bound = /http:\/\/127\.0\.0\.1:\d+/.exec(await firstLine(server.stderr))?.[0];

  return {
    name: 'public-inbox 1.9.0 (lore): `/T/`',
    address: `${bound}/list/${firstMessage}/T/`,
    onward: 'a[rel="next"]',
    close: () => server.kill(),
  };
};
