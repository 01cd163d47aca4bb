import { expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { context, status } from '../cli/exports-made.ts';
import { json, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const API = '/api/v1/statuses/12';

test('a status is fetched with all that it answers and is answered by', async () => {
  const quay = await serveHere((path, response) => {
    if (path === API) json(response, status('12', '11', '<p>The ferry says otherwise.</p>'));
    else if (path === `${API}/context`)
      response.end(
        context(status('11', null, '<p>Half past seven.</p>'), status('13', '12', '<p>It does.</p>')),
      );
    else response.writeHead(404).end();
  });
  const { threads } = await fetched('https://quay.example/@ines/12', { 'https://quay.example': quay });
  expect(threads.map(({ posts }) => posts.map(({ id, parent }) => [id, parent]))).toEqual([
    [
      ['11', null],
      ['12', '11'],
      ['13', '12'],
    ],
  ]);
  expect(quay.asked.map(({ path }) => path)).toEqual([API, `${API}/context`]);
});

test('a status that is not for everybody is an error that says so', async () => {
  const quay = await serveHere((_, response) => void response.writeHead(404).end());
  await expect(fetched('https://quay.example/@ines/12', { 'https://quay.example': quay })).rejects.toThrow(
    'quay.example answered 404: there is no such thread, or not for everybody.',
  );
});

test.each([
  'https://quay.example/@ines/115044073088181107',
  'https://quay.example/@ines@far.example/1042',
  'https://quay.example/users/ines/statuses/1042',
  'https://quay.example/notice/AbC12',
])('%s is such an address', (address) => {
  expect(fetcherFor(new URL(address)).importer).toBe('mastodon');
});
