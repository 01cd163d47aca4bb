import { expect, test } from 'vitest';
import type { Thread } from '../../src/thread/schema.ts';
import { project } from './run.ts';

const SAID = 'The harbour master told me in confidence that the old ferry will never sail again.';
const THREAD: Thread = {
  format: 1,
  id: 'ferry',
  title: 'What Ines Kovar heard',
  origin: { platform: 'mastodon', importer: 'mastodon', community: 'quay.example' },
  people: {
    107: { handle: '@ines@quay.example', name: 'Ines Kovar', url: 'https://quay.example/@ines' },
    108: { handle: '@bo@quay.example', name: 'Bo Lantern' },
    109: { handle: '@bo@weir.example', name: 'Bo Lantern' },
  },
  posts: [
    {
      id: 'a1',
      author: '107',
      parent: null,
      published: '2026-03-01T08:00:00Z',
      url: 'https://quay.example/@ines/1',
      body: { plain: SAID },
      attachments: [{ type: 'image', saved: { file: `${'0'.repeat(32)}.webp`, width: 2, height: 2 } }],
    },
    {
      id: 'a2',
      author: '108',
      parent: 'a1',
      body: { plain: `Ines Kovar wrote:\n> ${SAID}\n\nThat is sad.` },
    },
    { id: 'a3', author: '109', parent: 'a1', body: { plain: 'I did not know.' } },
  ],
};
const ELSEWHERE: Thread = {
  ...THREAD,
  id: 'weir',
  title: 'The weir',
  people: { 108: { handle: '@bo@quay.example', name: 'Bo Lantern' } },
  posts: [
    {
      id: 'b1',
      author: '108',
      parent: null,
      body: {
        plain: `@ines@quay.example said the harbour master told me in confidence that the old ferry will never sail.`,
      },
    },
  ],
};
const OVERLAY = `# The editor's own words.
title: What was heard # a shorter title
posts:
  a1:
    note: She heard it on the quay.
  a2:
    note: Bo answers Ines Kovar. # a remark that stays
`;

function ferry(digest = 'Nothing.') {
  return project({
    'content/site.yaml': 'title: Quay notes\n',
    'content/threads/ferry.json': `${JSON.stringify(THREAD, null, 2)}\n`,
    'content/threads/ferry.yaml': OVERLAY,
    [`content/threads/ferry/${'0'.repeat(32)}.webp`]: 'a picture',
    'content/threads/weir.json': `${JSON.stringify(ELSEWHERE, null, 2)}\n`,
    'content/people.yaml':
      '# Who is who.\n\nines:\n  handles: { mastodon: "@ines@quay.example" }\n  name: Ines K.\nbo:\n  handles: { mastodon: "108" }\n  consent: asked\n',
    'content/digests/ferry.md': `---\ntitle: The ferry\ndate: 2026-03-11\nthreads: [ferry]\n---\n\n${digest}\n`,
  });
}

const HELD = /confidence|sail again|kovar|@ines|quay\.example\/@ines/i;

test('a person is gone from threads, overlays, people and pictures; the editor’s remarks stay', () => {
  const made = ferry();
  const { code, out, error } = made.run(['forget', '@ines@quay.example']);
  expect(error).toBe('');
  expect(out).toContain('git filter-repo');
  expect(code).toBe(0);
  for (const [path, text] of Object.entries(made.files())) {
    if (path.includes('content/') && !path.endsWith('ferry.yaml'))
      expect(`${path} ${text}`).not.toMatch(HELD);
  }
  const stored = JSON.parse(made.read('content/threads/ferry.json')) as Thread;
  expect(stored.posts[0]).toEqual({
    id: 'a1',
    author: null,
    parent: null,
    state: 'deleted',
    body: { plain: '' },
  });
  expect(JSON.stringify(stored.posts[1]?.body)).toContain('[redacted] wrote:\\n> [redacted]');
  expect(made.read('content/threads/ferry.yaml')).toContain("# The editor's own words.");
  expect(made.read('content/threads/ferry.yaml')).toContain('# a remark that stays');
  expect(made.read('content/threads/ferry.yaml')).toContain('note: Bo answers [redacted].');
  expect(made.read('content/threads/ferry.yaml')).not.toContain('on the quay');
  expect(made.read('content/people.yaml')).toBe(
    '# Who is who.\n\nbo:\n  handles: { mastodon: "108" }\n  consent: asked\n',
  );
  expect(Object.keys(made.files())).not.toContain(`content/threads/ferry/${'0'.repeat(32)}.webp`);
  expect(Object.keys(made.files()).filter((path) => path.endsWith('.tmp'))).toEqual([]);
});

test('what is stored after it is sound', () => {
  const made = ferry();
  made.run(['forget', 'ines']);
  const { out } = made.run(['check']);
  expect(out).not.toMatch(/error/);
});

test('digests are listed with file and line, and not touched', () => {
  const made = ferry('Some words.\n\n> The harbour master told me in confidence\n\nsays Ines Kovar.');
  const before = made.read('content/digests/ferry.md');
  const { code, out } = made.run(['forget', '107']);
  expect(code).toBe(1);
  expect(out).toContain('content/digests/ferry.md:9  “The harbour master told me in confidence”');
  expect(out).toContain('content/digests/ferry.md:11');
  expect(made.read('content/digests/ferry.md')).toBe(before);
});

test('one post, by its place or its address, leaves the person’s others', () => {
  for (const named of ['ferry#a1', 'https://quay.example/@ines/1']) {
    const made = ferry();
    expect(made.run(['forget', named]).error).toBe('');
    const stored = JSON.parse(made.read('content/threads/ferry.json')) as Thread;
    expect(stored.posts[0]?.state).toBe('deleted');
    expect(JSON.stringify(stored)).not.toContain('confidence');
    expect(Object.keys(stored.people)).toEqual(['108', '109']);
  }
});

test('with a pseudonym the words stay and the person’s name goes', () => {
  const made = ferry();
  made.run(['forget', 'Ines Kovar', '--pseudonym', 'Quill']);
  const text = made.read('content/threads/ferry.json');
  expect(text).not.toMatch(/kovar|@ines/i);
  expect(text).toContain('in confidence');
  expect(text).toContain('Quill wrote:');
  expect(JSON.parse(text).title).toBe('What Quill heard');
  expect(made.read('content/threads/weir.json')).toContain('Quill said');
});

test('a name that may be several people’s is refused, and the candidates are told', () => {
  const made = ferry();
  const before = made.files();
  const { code, error } = made.run(['forget', '@bo']);
  expect([code, error]).toEqual([2, expect.stringContaining('There is no post and no person “@bo”')]);
  const { code: other, error: candidates } = made.run(['forget', 'Bo Lantern']);
  expect(other).toBe(2);
  expect(candidates).toContain('108 (@bo@quay.example, mastodon, ferry)');
  expect(candidates).toContain('109 (@bo@weir.example, mastodon, ferry)');
  expect(made.files()).toEqual(before);
});

test('a dry run says the same and writes nothing', () => {
  const made = ferry();
  const before = made.files();
  const { out } = made.run(['forget', '107', '--dry-run']);
  expect(out).toContain('content/threads/ferry.json: 1 post is a gap; quotes redacted in a2');
  expect(out).toContain('Nothing was written.');
  expect(made.files()).toEqual(before);
});

test('what is remembered of it cannot be read', () => {
  const made = ferry();
  made.run(['forget', '107']);
  const text = made.read('content/forgotten.json');
  expect(text).not.toMatch(/ines|ferry|quay|harbour/);
  expect(JSON.parse(text)).toMatchObject({ format: 1, posts: expect.any(Array) });
});
