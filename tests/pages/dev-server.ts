import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** How long a server may take to prepare the threads. */
export const DEV_PATIENCE = 180_000;

/** `astro dev` as an editor runs it, at a port that is free. */
export async function startServer(root: string): Promise<{ server: ChildProcess; origin: string }> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const server = spawn(
    process.execPath,
    ['--preserve-symlinks', '--preserve-symlinks-main', astro, 'dev', '--port', '0'],
    {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_DEV_BACKGROUND: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const origin = await new Promise<string>((done, fail) => {
    const timer = setTimeout(() => fail(new Error('The development server does not start.')), DEV_PATIENCE);
    let output = '';
    server.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (!address) return;
      clearTimeout(timer);
      done(address);
    });
    server.on('close', (code) => fail(new Error(`The development server ended with ${code}:\n${output}`)));
  });
  return { server, origin };
}
