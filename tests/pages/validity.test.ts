import { HtmlValidate } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { builtPages } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
const pages = [
  ...builtPages(inject('example')),
  ...builtPages(inject('hard'), HARD_BASE),
  ...builtPages(inject('sink')).filter(({ path }) => path === '/kitchen-sink/'),
];

test.each(pages)('$path is valid HTML', async ({ html }) => {
  const { results } = await validator.validateString(html);
  const errors = results.flatMap(({ messages }) => messages).filter(({ severity }) => severity === 2);
  const said = errors.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
  expect([...new Set(said)].slice(0, 20)).toEqual([]);
});
