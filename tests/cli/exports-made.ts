/** A status as Mastodon's API gives it, with what a test wants otherwise. */
export function status(id: string, parent: string | null, content: string, other: object = {}): object {
  return {
    id,
    created_at: `2026-03-03T08:${id.padStart(2, '0').slice(-2)}:00.000Z`,
    in_reply_to_id: parent,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'en',
    uri: `https://quay.example/users/ines/statuses/${id}`,
    url: `https://quay.example/@ines/${id}`,
    replies_count: 0,
    reblogs_count: 0,
    favourites_count: 0,
    edited_at: null,
    content,
    reblog: null,
    account: account('1', 'ines', 'Ines Kovar'),
    media_attachments: [],
    mentions: [],
    tags: [],
    emojis: [],
    card: null,
    poll: null,
    ...other,
  };
}

export function account(id: string, username: string, name: string, other: object = {}): object {
  return {
    id,
    username,
    acct: username,
    display_name: name,
    locked: false,
    bot: false,
    indexable: true,
    url: `https://quay.example/@${username}`,
    avatar: `https://quay.example/avatars/${id}.png`,
    emojis: [],
    fields: [],
    ...other,
  };
}

/** What the API answers for a context. */
export function context(...[root, ...replies]: readonly object[]): string {
  return JSON.stringify({ ancestors: root ? [root] : [], descendants: replies });
}

const BO = account('2', 'bo', 'Bo Lindqvist');

/** A small discussion in which the second post quotes the first. */
export const FERRY = context(
  status('11', null, '<p>The timetable says half past seven. The ferry says otherwise.</p>'),
  status(
    '12',
    '11',
    '<blockquote><p>The ferry says otherwise.</p></blockquote><p>It was cancelled in January.</p>',
    {
      account: BO,
    },
  ),
  status('13', '12', '<p>Then nobody told the timetable.</p>'),
);

/** The same, some days later: one post more, one edited. */
export const FERRY_LATER = context(
  status('11', null, '<p>The timetable says half past seven. The ferry says otherwise.</p>'),
  status(
    '12',
    '11',
    '<blockquote><p>The ferry says otherwise.</p></blockquote><p>It was cancelled in February.</p>',
    {
      account: BO,
    },
  ),
  status('13', '12', '<p>Then nobody told the timetable.</p>'),
  status('14', '13', '<p>Somebody has now.</p>', { account: BO }),
);
