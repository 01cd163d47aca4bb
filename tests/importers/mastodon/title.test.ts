import { describe, expect, test } from 'vitest';
import { status, thread } from './statuses.ts';

describe('the title', () => {
  test.each([
    [
      'the first eight words',
      '<p>one two three four five six seven, eight nine</p>',
      'one two three four five six seven, eight…',
    ],
    ['all of them where there are no more', '<p>Three short<br>words</p>', 'Three short words'],
    ['paragraphs apart', '<p>One.</p><p>Two.</p>', 'One. Two.'],
    [
      'without mentions and links, with hashtags',
      '<p><a class="mention" href="/x">@<span>bo</span></a> See <a href="https://x.example">x.example</a> on <a class="mention hashtag" href="/t">#<span>ferry</span></a></p>',
      'See on #ferry',
    ],
    ['without the stand-in of a quote post', '<p class="quote-inline">RE: x</p><p>Yes.</p>', 'Yes.'],
    ['without mark-up', '<script>alert(1)</script><p>A <b>bold</b> claim &lt;3</p>', 'A bold claim <3'],
    ['no longer than a line', `<p>${'w'.repeat(5000)}</p>`, `${'w'.repeat(79)}…`],
    [
      'the author where there are no words',
      '<p><a href="https://x.example">x.example</a></p>',
      'Thread by @ines@quay.example',
    ],
    ['a line of emoji whole', '🦊'.repeat(60), '🦊'.repeat(60)],
    ['no more than the first of 100,000 open tags', '<b>'.repeat(100_000), 'Thread by @ines@quay.example'],
  ])('%s', async (_name, content, title) => {
    expect((await thread(status('a', { content }))).title).toBe(title);
  });

  test('comes from the content warning where there is one', async () => {
    expect((await thread(status('a', { spoiler_text: 'An accident' }))).title).toBe('An accident');
  });

  test('comes from the root, not from the status that was asked for', async () => {
    const given = {
      status: status('answer', { in_reply_to_id: 'root', created_at: '2026-03-03T09:00:00Z' }),
      context: { ancestors: [status('root')], descendants: [] },
    };
    expect(await thread(given)).toMatchObject({ id: 'root', title: 'root' });
  });
});
