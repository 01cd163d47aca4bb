import { diffWordsWithSpace } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedSentences, changesIn, sentenceContext, wordsChanged } from '../../src/quotes/changes.ts';
import type { Edit } from '../../src/quotes/quote.ts';

const NO_CONTEXT = { before: '', after: '' };

function editsOf(said: string, quoted: string): readonly Edit[] {
  return diffWordsWithSpace(said, quoted).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

describe('the changes of a quote', () => {
  test('are said as words for words, words left out, words put in', () => {
    expect(changesIn(editsOf('For years I did not see it.', 'For years we did not see it.'))).toEqual([
      { said: 'I', quoted: 'we' },
    ]);
    expect(changesIn(editsOf('It was very late.', 'It was late.'))).toEqual([{ said: 'very', quoted: '' }]);
    expect(changesIn(editsOf('It was late.', 'It was very late.'))).toEqual([{ said: '', quoted: 'very' }]);
  });

  test('are one where only white space lies between', () => {
    expect(changesIn(editsOf('the old stone bridge', 'the new iron bridge'))).toEqual([
      { said: 'old stone', quoted: 'new iron' },
    ]);
  });

  test('are two where a word stays between', () => {
    expect(changesIn(editsOf('one fish two', 'three fish four'))).toHaveLength(2);
  });

  test('are none where nothing differs', () => {
    expect(changesIn(editsOf('as it stands', 'as it stands'))).toEqual([]);
  });
});

describe('how many words a quote changed', () => {
  const first = editsOf('For five years I did not see it.', 'For five years we did not see it.');

  test('counts the longer side', () => {
    expect(wordsChanged(first)).toBe(1);
    expect(wordsChanged(editsOf('It was late.', 'It was very very late.'))).toBe(2);
  });

  test('leaves out what the quote before had changed', () => {
    expect(wordsChanged(first, first)).toBe(0);
    const further = editsOf('For five years I did not see it.', 'For six years we did not see it.');
    expect(wordsChanged(further, first)).toBe(1);
  });
});

describe('the sentences that differ', () => {
  test('stand whole on either side; those that do not differ are left out', () => {
    const said = 'It rained. The gate was shut at ten. Nobody came.';
    const quoted = 'It rained. The gate was shut at two. Nobody came.';
    const sentences = changedSentences(editsOf(said, quoted), NO_CONTEXT);
    expect(sentences.map((sentence) => [plain(sentence.said), plain(sentence.quoted)])).toEqual([
      ['The gate was shut at ten.', 'The gate was shut at two.'],
    ]);
  });

  test('are led in and out by what the quote left of them', () => {
    const [sentence] = changedSentences(editsOf('I did not see it', 'we did not see it'), {
      before: 'For five years ',
      after: ', he wrote.',
    });
    expect(sentence).toMatchObject({ before: 'For five years ', after: ', he wrote.' });
  });

  test('hold every change of any two texts', () => {
    const text = fc
      .array(fc.constantFrom('weir', 'river', 'bell.', 'gate', '“so”?', '1'), { minLength: 1, maxLength: 20 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (said, quoted) => {
        const edits = editsOf(said, quoted);
        const sentences = changedSentences(edits, NO_CONTEXT);
        const kept = sentences.flatMap((sentence) => [
          ...sentence.said.filter(({ kind }) => kind === 'removed'),
          ...sentence.quoted.filter(({ kind }) => kind === 'added'),
        ]);
        const changed = edits.filter(({ kind, text: words }) => kind !== 'same' && words.trim() !== '');
        for (const edit of changed) expect(kept).toContainEqual(edit);
      }),
    );
  });
});

describe('what stands around a passage in its sentences', () => {
  const text = 'It rained. For five years I did not see it, he wrote. Then he left.';
  const around = (passage: string) => {
    const start = text.indexOf(passage);
    return sentenceContext(text, { start, end: start + passage.length });
  };

  test('is the beginning and the end of those sentences', () => {
    expect(around('I did not see it')).toEqual({ before: 'For five years ', after: ', he wrote.' });
  });

  test('is nothing around whole sentences', () => {
    expect(around('For five years I did not see it, he wrote.')).toEqual(NO_CONTEXT);
    expect(around(text)).toEqual(NO_CONTEXT);
  });

  test('is cut where a sentence runs on and on', () => {
    const endless = `${'word '.repeat(200)}HERE ${'word '.repeat(200)}`;
    const start = endless.indexOf('HERE');
    const { before, after } = sentenceContext(endless, { start, end: start + 4 });
    expect(before).toMatch(/^… word/);
    expect(after).toMatch(/word …$/);
    expect(before.length + after.length).toBeLessThan(500);
  });

  test('is found in time that the length of the text does not change', () => {
    const spaces = `${'.'.repeat(100_000)}${' '.repeat(100_000)}`;
    expect(sentenceContext(spaces, { start: 150_000, end: 150_001 }).after.length).toBeLessThan(300);
  });
});

function plain(edits: readonly Edit[]): string {
  return edits.map(({ text }) => text).join('');
}
