import { expect, inject, test } from 'vitest';
import { attribute, builtPages } from './built-page.ts';

const pages = builtPages(inject('sink'));
const elements = pages.find(({ path }) => path === '/kitchen-sink/')?.elements ?? [];
const values = (name: string) => elements.flatMap(({ element }) => attribute(element, name) ?? []);
const classes = new Set(values('className').flatMap((names) => names.split(' ')));

test('it holds quotes of every fidelity', () => {
  expect(new Set(values('dataFidelity'))).toEqual(
    new Set(['verbatim', 'abridged', 'altered', 'unsourced', 'external']),
  );
  expect(classes).toContain('misattributed');
});

test('it holds posts in every state, and everything that may be inferred', () => {
  expect(new Set(values('dataState'))).toEqual(new Set(['deleted', 'removed', 'missing']));
  expect(new Set(values('dataInferred').flatMap((facts) => facts.split(' ')))).toEqual(
    new Set(['author', 'parent', 'published', 'quote']),
  );
});

test('it holds every voice, and whatever a post may carry', () => {
  const voices = Array.from({ length: 24 }, (_, n) => `voice-${n}`);
  const carried = ['warning', 'sensitive', 'attachments', 'poll', 'card', 'shared', 'shared-gone', 'review'];
  const marked = ['reviewed', 'trailers', 'inline-quote', 'fold', 'way', 'difference', 'margin'];
  const missing = [...voices, ...carried, ...marked].filter((name) => !classes.has(name));
  expect(missing).toEqual([]);
});

test('every link within the page leads somewhere in it, and no id stands twice', () => {
  const ids = values('id');
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  const fragments = values('href').filter((href) => href.startsWith('#'));
  expect(fragments.length).toBeGreaterThan(100);
  expect(fragments.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
});

test('it stands in no site that does not ask for it', () => {
  const others = [...builtPages(inject('example')), ...builtPages(inject('hard'))];
  expect(others.filter(({ path }) => path.includes('kitchen-sink'))).toEqual([]);
});
