import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contentSchemas } from '../../src/site/json-schemas.ts';
import { startClient } from './language-client.ts';
import { editorProject, REPOSITORY } from './project.ts';

const SERVER = [
  process.execPath,
  join(REPOSITORY, 'node_modules/yaml-language-server/bin/yaml-language-server'),
  '--stdio',
];
const settings = JSON.parse(readFileSync(join(REPOSITORY, '.vscode/settings.json'), 'utf8')) as {
  'yaml.schemas': Record<string, string>;
};
/** As an editor hands them on: by whole addresses. */
const schemas = Object.fromEntries(
  Object.entries(settings['yaml.schemas']).map(([path, files]) => [
    `file://${resolve(REPOSITORY, path)}`,
    files,
  ]),
);
const WIRED = {
  yaml: { schemas, validate: true, completion: true, hover: true, schemaStore: { enable: false } },
};

test('every kind of YAML file is wired to its schema', () => {
  const wired = Object.entries(contentSchemas)
    .filter(([, { files }]) => files?.endsWith('.yaml'))
    .map(([name, { files }]) => [`./docs/schemas/${name}.schema.json`, files]);
  expect(Object.entries(settings['yaml.schemas']).toSorted()).toEqual(wired.toSorted());
});

test.each([
  ['content/site.yaml', 'title: Quay notes\nacent: 225\n', 'acent', ['accent', 'quotes', 'people']],
  ['content/threads/ferry.yaml', 'omit: ["a"]\nkeepreplies: true\n', 'keepreplies', ['keepReplies', 'posts']],
  ['content/issues/1.yaml', 'title: One\nintro: Words\n', 'intro', ['introduction', 'date']],
  ['content/people.yaml', 'ines:\n  handles: { mastodon: "@ines" }\n  nick: Ines\n', 'nick', []],
])(
  'in %s a wrong key is told, and the right ones are offered with what they are for',
  async (file, text, wrong, offered) => {
    const { folder } = editorProject({ [file]: text });
    const client = await startClient(SERVER, folder, WIRED);
    const told = client.told(file);
    client.open(file, 'yaml', text);
    const diagnostics = await told;
    expect(diagnostics.map(({ message }) => message).join('\n')).toContain(wrong);
    expect(diagnostics[0]?.range.start.line).toBe(text.split('\n').findIndex((line) => line.includes(wrong)));
    const items = await client.completions(file, { line: text.split('\n').length - 1, character: 0 });
    for (const key of offered) {
      const item = items.find(({ label }) => label === key);
      expect(item, key).toBeDefined();
      expect(JSON.stringify(item?.documentation)).toMatch(/[a-z]{3,}/);
    }
  },
);

test('a file may name its schema itself, as docs/editors.md says', async () => {
  const line = `# yaml-language-server: $schema=${join(REPOSITORY, 'docs/schemas/site.schema.json')}\n`;
  const { folder } = editorProject();
  const client = await startClient(SERVER, folder, {
    yaml: { validate: true, schemaStore: { enable: false } },
  });
  const told = client.told('content/site.yaml');
  client.open('content/site.yaml', 'yaml', `${line}title: Quay notes\nacent: 225\n`);
  expect((await told).map(({ message }) => message).join('\n')).toContain('acent');
});

test('the frontmatter of the example’s digests is what its schema accepts, and a wrong key is told', async () => {
  const line = `# yaml-language-server: $schema=${join(REPOSITORY, 'docs/schemas/digest.schema.json')}\n`;
  const digest = readFileSync(join(REPOSITORY, 'content/digests/2026-11-03-a-bird-leaves.md'), 'utf8');
  const [, frontmatter = ''] = digest.split('---\n');
  const { folder } = editorProject();
  const client = await startClient(SERVER, folder, {
    yaml: { validate: true, schemaStore: { enable: false } },
  });
  const first = client.told('digest.yaml');
  client.open('digest.yaml', 'yaml', line + frontmatter);
  expect(await first).toEqual([]);
  const second = client.told('digest.yaml');
  client.change('digest.yaml', `${line}${frontmatter}thread: [ferry]\n`);
  expect((await second).map(({ message }) => message).join('\n')).toContain('thread');
});
