import { describe, expect, test } from 'vitest';
import { editOverlay } from '../../src/desk/edit-overlay.ts';

const OVERLAY = `# What we decided.
omit:
- a1 # Spam.
posts:
  1174607003706090379:
    note: >-
      A folded
      note.
`;

describe('a decision is added to an overlay', () => {
  test('beside the comments and in the style of what stands there', () => {
    expect(editOverlay(OVERLAY, { kind: 'omit', post: 'b2', replies: true })).toBe(
      OVERLAY.replace('- a1 # Spam.\n', '- a1 # Spam.\n- b2\n'),
    );
  });

  test('to the post whose id is a number longer than numbers are', () => {
    expect(editOverlay(OVERLAY, { kind: 'redact', post: '1174607003706090379', words: '12 Quay Lane' })).toBe(
      `${OVERLAY}    redact:\n    - 12 Quay Lane\n`,
    );
  });

  test('where there was no overlay', () => {
    expect(editOverlay('', { kind: 'author', post: 'a1', author: null })).toBe(
      'posts:\n  a1:\n    author: null\n',
    );
    expect(editOverlay('', { kind: 'omit', post: '007', replies: false })).toBe(
      'omit:\n  - "007"\nkeepReplies: true\n',
    );
  });

  test('with the line ends of the file', () => {
    expect(editOverlay('title: Quay\r\n', { kind: 'note', post: 'a1', note: 'Two\nlines.' })).toBe(
      'title: Quay\r\nposts:\r\n  a1:\r\n    note: |-\r\n      Two\r\n      lines.\r\n',
    );
  });

  test('and an empty note is taken out', () => {
    const text = 'posts:\n  a1:\n    note: Here.\n    warning: Deep.\n';
    expect(editOverlay(text, { kind: 'note', post: 'a1', note: '' })).toBe(
      'posts:\n  a1:\n    warning: Deep.\n',
    );
  });

  test('but not where it would change what was decided of other posts', () => {
    expect(() => editOverlay(OVERLAY, { kind: 'omit', post: 'b2', replies: false })).toThrow('keepReplies');
    expect(() => editOverlay('a: [', { kind: 'omit', post: 'b2', replies: true })).toThrow('not YAML');
  });

  test('a key that every object has does no harm', () => {
    expect(editOverlay('', { kind: 'warning', post: '__proto__', warning: 'Deep.' })).toContain('__proto__');
    expect(({} as { warning?: string }).warning).toBeUndefined();
  });
});
