import { describe, expect, test } from 'vitest';
import { person } from './statuses.ts';

describe('people', () => {
  test.each([
    ['a member of the server', { acct: 'ines', url: 'https://quay.example/@ines' }, '@ines@quay.example'],
    ['a member of another', { acct: 'bo@pier.example', url: 'https://pier.example/@bo' }, '@bo@pier.example'],
    ['one without an address', { acct: 'ines', url: null }, '@ines'],
    ['one with disguises in the name', { acct: 'i\u202Ene\u200Bs', url: null }, '@ines'],
  ])('%s is %o', async (_name, extra, handle) => {
    expect((await person(extra))?.handle).toBe(handle);
  });

  test.each([
    ['noindex', { noindex: true }],
    ['indexable', { indexable: false }],
    ['discoverable', { discoverable: false }],
  ])('%s is a wish not to be indexed', async (_name, extra) => {
    expect((await person(extra))?.wishes).toEqual(['noindex']);
  });

  test('no answer is no wish', async () => {
    expect((await person({ noindex: null, indexable: null, discoverable: null }))?.wishes).toBeUndefined();
  });

  test('of a name only those shortcodes go that stand for a picture', async () => {
    const emojis = [{ shortcode: 'anchor', url: 'https://quay.example/a.png', static_url: '' }];
    expect((await person({ display_name: ':anchor: Ines :no: 10:30 :anchor:', emojis }))?.name).toBe(
      'Ines :no: 10:30',
    );
  });
});
