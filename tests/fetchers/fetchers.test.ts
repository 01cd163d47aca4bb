import { expect, test } from 'vitest';
import { fetcherFor, fetchers } from '../../src/fetchers/index.ts';
import { importers } from '../../src/importers/index.ts';

test.each(fetchers.map((fetcher) => [fetcher.label, fetcher] as const))(
  '%s claims its example, alone, and has an importer',
  (_, fetcher) => {
    const claims = fetchers.filter((one) => one.claims(new URL(fetcher.example)));
    expect(claims).toEqual([fetcher]);
    expect(importers.map(({ name }) => name)).toContain(fetcher.importer);
  },
);

test.each(['https://quay.example/', 'https://quay.example/about', 'https://quay.example/@ines'])(
  '%s is claimed by nobody, and the error names addresses that are',
  (address) => {
    expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
  },
);
