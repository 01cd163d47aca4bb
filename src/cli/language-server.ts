import { command, usageError } from './command.ts';

/** What `remark-language-server` tells `unified-language-server`, so that the same files configure both. */
const REMARK = {
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc',
} as const;

export const languageServerCommand = command({
  name: 'language-server',
  summary: 'Tells an editor of misquotes while a digest is being written',
  usage: '--stdio',
  options: {
    stdio: { type: 'boolean', help: 'Speak the Language Server Protocol over standard input and output' },
  },
  notes: () =>
    'Editors start this themselves; docs/editors.md says how. It is remark-language-server, and runs the plugins\nof the project’s .remarkrc.mjs.',
  examples: [['npx quotidian language-server --stdio', 'What an editor is told to run']],
  async run({ stdio }) {
    if (!stdio) throw usageError('An editor talks to this command: give it --stdio.', 'language-server');
    const [{ createUnifiedLanguageServer }, { remark }] = await Promise.all([
      import('unified-language-server'),
      import('remark'),
    ]);
    createUnifiedLanguageServer({ ...REMARK, defaultProcessor: remark });
    return 0;
  },
});
