const WORDS = 'the harbour clock is wound by hand on sundays and the ferry leaves by it in any weather'.split(
  ' ',
);
const DAY = Date.UTC(2026, 2, 3);
const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const ACTOR = 'https://quay.example/users/ines';
/** Posts in one discussion of its author's. */
const SERIES = 12;

/** The outbox of an account archive of about so many bytes: series of posts, every sixth with a quote of the one before. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const items: string[] = [];
  let written = 0;
  for (let n = 0; written < bytes; n += 1) {
    const item = JSON.stringify(activity(n));
    items.push(item);
    written += item.length;
  }
  const head = `{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection"`;
  const outbox = `${head},"totalItems":${items.length},"orderedItems":[${items.join(',')}]}`;
  return new Map([['outbox.json', new Blob([outbox])]]);
}

function activity(n: number) {
  const object = note(n);
  const { published, to, cc } = object;
  return { id: `${object.id}/activity`, type: 'Create', actor: ACTOR, published, to, cc, object };
}

function note(n: number) {
  const id = `${ACTOR}/statuses/${n}`;
  const inReplyTo = n % SERIES === 0 ? null : `${ACTOR}/statuses/${n - 1}`;
  const quote = n % 6 === 1 ? `<blockquote><p>${sentence(n - 1)}</p></blockquote>` : '';
  const content = `${quote}<p>${sentence(n)}</p>`;
  return {
    id,
    type: 'Note',
    summary: null,
    inReplyTo,
    published: new Date(DAY + n * 60_000).toISOString(),
    url: `https://quay.example/@ines/${n}`,
    attributedTo: ACTOR,
    to: [PUBLIC],
    cc: [`${ACTOR}/followers`],
    sensitive: false,
    conversation: `tag:quay.example,2026-03-03:objectId=${Math.floor(n / SERIES)}:objectType=Conversation`,
    content,
    contentMap: { en: content },
    attachment: [],
    tag: [{ type: 'Hashtag', href: 'https://quay.example/tags/ferry', name: '#ferry' }],
    replies: { id: `${id}/replies`, type: 'Collection', first: { type: 'CollectionPage', items: [] } },
    likes: { id: `${id}/likes`, type: 'Collection', totalItems: n % 12 },
    shares: { id: `${id}/shares`, type: 'Collection', totalItems: n % 5 },
  };
}

function sentence(seed: number): string {
  return Array.from({ length: 14 }, (_, n) => WORDS[(seed * 5 + n * (seed % 7)) % WORDS.length]).join(' ');
}
