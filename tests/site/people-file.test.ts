import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { editedThread, readThreadFiles } from '../../src/site/content-files.ts';

function projectOf(people: string): (next?: string) => readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'quotidian-people-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'content/threads'), { recursive: true });
  for (const [id, handle] of [
    ['ferry', '@ines@quay.example'],
    ['weir', '@lantern@quay.example'],
  ] as const) {
    const thread = {
      format: 1,
      id,
      title: id,
      origin: { platform: 'mastodon', importer: 'mastodon' },
      people: { p: { handle } },
      posts: [{ id: '1', author: 'p', parent: null, body: { plain: 'Yes.' } }],
    };
    writeFileSync(join(root, `content/threads/${id}.json`), JSON.stringify(thread));
  }
  return (text = people) => {
    writeFileSync(join(root, 'content/people.yaml'), text);
    return ['ferry', 'weir'].map((id) => {
      const files = readThreadFiles(root, id);
      return `${files.hash} ${Object.keys(editedThread(files).thread.people).join()}`;
    });
  };
}

test('a change of what is known of somebody is a change of those threads only in which they may be named', () => {
  const threads = projectOf('bo:\n  handles: { mastodon: "@lantern@quay.example" }\n  name: Bo\n');
  const [ferry, weir] = threads();
  expect(weir).toMatch(/ bo$/);
  const [ferryAfter, weirAfter] = threads(
    'bo:\n  handles: { mastodon: "@lantern@quay.example" }\n  name: Bo of the Quay\n',
  );
  expect(ferryAfter).toBe(ferry);
  expect(weirAfter).not.toBe(weir);
});

test.each([
  ['people: [', 1, 'not-yaml'],
  ['bo:\n  handles: { mastodon: "@lantern@quay.example" }\n  nickname: Bo\n', 3, 'bad-people'],
  [
    'a:\n  handles: { mastodon: "@lantern@quay.example" }\nb:\n  handles: { mastodon: p }\n',
    4,
    'shared-person',
  ],
])('%j is refused with the line', (text, line, code) => {
  const threads = projectOf(text);
  expect(() => threads()).toThrow(
    expect.objectContaining({ code, place: { file: 'content/people.yaml', line } }),
  );
});
