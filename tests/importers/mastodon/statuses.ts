import { mastodon } from '../../../src/importers/mastodon.ts';
import { exportFrom, importAll } from '../exports.ts';

/* Statuses with no more in them than a test is about. Whole ones stand in the fixtures. */

export const account = (id: string, acct = id, extra: object = {}) => ({
  id,
  acct,
  url: `https://quay.example/@${acct}`,
  display_name: acct,
  ...extra,
});
export const status = (id: string, extra: object = {}) => ({
  id,
  created_at: '2026-03-03T08:12:00.000Z',
  in_reply_to_id: null,
  in_reply_to_account_id: null,
  visibility: 'public',
  spoiler_text: '',
  sensitive: false,
  account: account('ines'),
  content: `<p>${id}</p>`,
  ...extra,
});
export const json = (value: unknown) => exportFrom(JSON.stringify(value));
export const importing = (value: unknown) => importAll(mastodon, json(value));
export const thread = async (value: unknown) => {
  const [first] = (await importing(value)).threads;
  if (!first) throw new Error('There is no thread.');
  return first;
};
export const only = async (extra: object) =>
  (await thread(status('a', extra))).posts.find(({ id }) => id === 'a');
export const person = async (extra: object) =>
  Object.values((await thread(status('a', { account: account('ines', 'ines', extra) }))).people)[0];
export const outline = async (value: unknown) =>
  (await thread(value)).posts.map(
    ({ id, parent, state }) => `${id}<${parent ?? ''}${state ? ` ${state}` : ''}`,
  );
