import { expect, test } from 'vitest';
import { FERRY } from './exports-made.ts';
import { project } from './run.ts';

const SITE = 'title: Quay notes\n';

function withPeople(people: string, { site = SITE, digest = 'Nothing.' } = {}) {
  const made = project({
    'export.json': FERRY,
    'content/site.yaml': site,
    'content/people.yaml': people,
    'content/digests/ferry.md': `---\ntitle: The ferry\ndate: 2026-03-11\nthreads: [ferry]\n---\n\n${digest}\n`,
  });
  made.run(['import', 'export.json', '--id', 'ferry']);
  return made;
}

test('a handle that nobody has is told of with its line', () => {
  const { out } = withPeople('ines:\n  handles:\n    mastodon: "@nobody@quay.example"\n').run(['check']);
  expect(out).toContain('content/people.yaml:3  warning: unknown-handle');
});

test('what is wrong with the file is told once, with its line', () => {
  const { code, out } = withPeople('ines:\n  handles: { mastodon: "@ines" }\n  pseudonim: Quill\n').run([
    'check',
  ]);
  expect(code).toBe(1);
  expect(out.match(/bad-people/g)).toHaveLength(1);
  expect(out).toContain('content/people.yaml:3');
});

const QUILL = 'ines:\n  handles: { mastodon: "@ines@quay.example" }\n  pseudonym: Quill\n';

test('a digest that names somebody by more than the pseudonym is an error in its line', () => {
  const { code, out } = withPeople(QUILL, { digest: 'It was Ines Kovar who said it.' }).run(['check']);
  expect(code).toBe(1);
  expect(out).toContain('content/digests/ferry.md:7  name-left');
  expect(out).toContain('Write “Quill”.');
});

test('a quote stays traced to the person under the pseudonym', () => {
  const { out } = withPeople(QUILL, { digest: '> The ferry says otherwise.\n>\n> — Quill' }).run(['check']);
  expect(out).toContain('verbatim   ferry#11  Quill');
});

test('where consent is strict, a thread without a basis is an error, and one with a basis is none', () => {
  const made = withPeople('', { site: `${SITE}consent: strict\n` });
  const { code, out } = made.run(['check']);
  expect(code).toBe(1);
  expect(out).toContain('content/threads/ferry.json:1  no-consent');
  made.write('content/threads/ferry.yaml', 'consent: asked\n');
  expect(made.run(['check']).out).not.toContain('no-consent');
});
