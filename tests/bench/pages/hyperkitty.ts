import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstLine } from './first-line.ts';
import type { PeerServer } from './peer.ts';

/** The Debian package python3-django-hyperkitty, run by Debian's own Python. */
export const hyperkitty: PeerServer = async ({ mailbox }, folder) => {
  const file = join(folder, 'list.mbox');
  writeFileSync(file, mailbox);
  const script = join(import.meta.dirname, 'serve-hyperkitty.py');
  const server = spawn('/usr/bin/python3', [script, file, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  server.on('error', () => {});
  const address = await firstLine(server.stdout);
  if (!address) return null;
  return {
    name: 'HyperKitty 1.3.7: the thread, its replies fetched by script',
    address,
    onward: 'a[href$="?noscript"]',
    close: () => server.kill(),
  };
};
