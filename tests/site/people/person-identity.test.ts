import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personIdentity, personSlug } from '../../../src/site/people/person-identity.ts';

const thread = (id: string, platform: string, community?: string) => ({
  id,
  origin: { platform, importer: 'test', ...(community ? { community } : {}) },
});

describe('who somebody is across threads', () => {
  const ferry = thread('ferry', 'mastodon');
  const weir = thread('weir', 'mastodon');

  test('the same full handle on the same platform is the same person, in whatever case', () => {
    expect(personIdentity('1', { handle: '@Ines@quay.example' }, ferry)).toBe(
      personIdentity('2', { handle: '@ines@Quay.example' }, weir),
    );
  });

  test('the same handle on two platforms is two people', () => {
    expect(personIdentity('1', { handle: '@ines@quay.example' }, ferry)).not.toBe(
      personIdentity('1', { handle: '@ines@quay.example' }, thread('ferry', 'copy')),
    );
  });

  test('a bare handle counts only within its place', () => {
    const at = (url: string) => personIdentity('1', { handle: 'ines', url }, thread('ferry', 'discourse'));
    expect(at('https://quay.example/u/ines')).toBe(at('https://quay.example/users/ines'));
    expect(at('https://quay.example/u/ines')).not.toBe(at('https://weir.example/u/ines'));
    expect(personIdentity('1', { handle: 'ines' }, thread('a', 'zulip'))).not.toBe(
      personIdentity('1', { handle: 'ines' }, thread('b', 'zulip')),
    );
  });

  test.each(['mail', 'usenet'])('in %s the address is the person, of which the id is a hash', (platform) => {
    const at = (id: string, list: string) =>
      personIdentity(id, { handle: 'Ines Kovar' }, thread(list, platform, list));
    expect(at('abc', 'quay')).toBe(at('abc', 'weir'));
    expect(at('abc', 'quay')).not.toBe(at('xyz', 'quay'));
  });

  test('in copied texts the same name is two people, since nobody knows where they were copied', () => {
    const at = (id: string) => personIdentity('noor', { handle: '@noor' }, thread(id, 'copy'));
    expect(at('ferry')).not.toBe(at('weir'));
  });
});

describe('the part of an address that stands for a person', () => {
  test.each([
    ['@ines@quay.example', /^ines-quay-example-[a-z2-7]{10}$/],
    ['Édouard  d’Ys', /^édouard-d-ys-[a-z2-7]{10}$/],
    ['山田 太郎', /^山田-太郎-[a-z2-7]{10}$/],
    ['سميرة', /^سميرة-[a-z2-7]{10}$/],
    ['🚢🚢', /^[a-z2-7]{10}$/],
    ['../../etc/passwd', /^etc-passwd-[a-z2-7]{10}$/],
    ['__proto__', /^proto-[a-z2-7]{10}$/],
    ['\u202egnp.exe', /^gnp-exe-[a-z2-7]{10}$/],
  ])('of %s can be read and is safe', (handle, slug) => {
    expect(personSlug(handle, handle)).toMatch(slug);
  });

  test('two people of one name have two, and neither depends on the other', () => {
    expect(personSlug('mail abc', 'Ines Kovar')).not.toBe(personSlug('mail xyz', 'Ines Kovar'));
  });

  test('of any handle is short enough for a file and holds only letters, digits and hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (handle) => {
        const slug = personSlug(`x ${handle}`, handle);
        expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
        expect(Buffer.byteLength(`${slug}.json`)).toBeLessThanOrEqual(255);
        expect(slug).toBe(slug.normalize('NFC'));
      }),
    );
  });
});
