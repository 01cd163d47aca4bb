import type { Body, Post, Thread } from '../../src/thread/schema.ts';

/** Each would do harm in one place or another if it were printed as it is. */
export const HARM: readonly string[] = [
  '<script>window.pwned=1</script>',
  '"><img src=x onerror=window.pwned=1>',
  "' autofocus onfocus='window.pwned=1",
  '</article></li></ol></main><h1 id="pwned">pwned</h1>',
  '</script><script>window.pwned=1</script>',
  '</title></head><body onload=window.pwned=1>',
  ']]><b onclick="window.pwned=1">pwned</b>',
  '--><svg onload=window.pwned=1><style>*{display:none}</style></svg>',
  '&lt;script&gt;window.pwned=1&lt;/script&gt;',
  '\u202E<math><mtext><style><img src=x onerror=window.pwned=1></style></mtext></math>',
];

const ADDRESSES = [
  'javascript:window.pwned=1',
  'JaVa\nScRiPt:window.pwned=1',
  'data:text/html,<script>1</script>',
  'vbscript:x',
];

const HTML_BODIES = [
  ...HARM,
  ...ADDRESSES.map((address) => `<p><a href="${address}">press</a><img src="${address}"></p>`),
  '<p onclick="window.pwned=1" style="position:fixed">press</p>',
  '<div><ul><li><a href="https://harbour.example/"><blockquote><p>never closed',
  '<iframe src="https://harbour.example/"></iframe><object data="x"></object><embed src="x"><form><input autofocus></form>',
  '<link rel=stylesheet href="https://harbour.example/x.css"><meta http-equiv=refresh content="0;url=https://harbour.example/"><base href="https://harbour.example/">',
  '<noscript><p title="</noscript><img src=x onerror=window.pwned=1>">x</p></noscript><template><script>window.pwned=1</script></template>',
  '<a name="main" id="text" class="skip">clobbered</a><plaintext>all that follows',
];

const MARKDOWN_BODIES = [
  ...HARM,
  ...ADDRESSES.map(
    (address) => `[press](<${address.replace('\n', '')}>) ![picture](<${address.replace('\n', '')}>)`,
  ),
  '[press][1] and <javascript:window.pwned=1>\n\n[1]: javascript:window.pwned=1 "x"',
  '<details open ontoggle=window.pwned=1>\n\n**kept**\n\n</details>\n\n<div\n',
  '```"><script>window.pwned=1</script>\nlet a = "</code></pre><script>window.pwned=1</script>";\n',
  'A note[^1].\n\n[^1]: <b onclick=window.pwned=1>below</b>',
];

const PLAIN_BODIES = [
  ...HARM,
  ...HARM.map(
    (harm) =>
      `On 3 March 2026, ${harm} wrote:\n> ${harm} and some words of the harbour master besides\n\nIndeed.`,
  ),
  `--- a/${HARM[0]}\n+++ b/${HARM[0]}\n@@ -1 +1 @@\n-${HARM[3]}\n+${HARM[4]}\n`,
];

/** A thread whose every text is what `put` makes of a harm; the number and kind of its posts do not depend on it. */
export function hostileThread(id: string, put: (harm: string) => string): Thread {
  const harm = (n: number) => put(HARM[n % HARM.length] ?? '');
  const bodies: readonly Body[] = [
    ...HTML_BODIES.map((body) => ({ html: put(body) })),
    ...MARKDOWN_BODIES.map((body): Body => ({ markdown: put(body), flavour: 'github' })),
    ...PLAIN_BODIES.map((body) => ({ plain: put(body) })),
  ];
  const address = (n: number) => `https://harbour.example/${harm(n)}`;
  return {
    format: 1,
    id,
    title: HARM.map(put).join(' '),
    origin: { platform: harm(0), importer: 'paste', community: harm(1), licence: harm(2), url: address(3) },
    people: Object.fromEntries(
      HARM.map((_, n) => [
        `p${n}`,
        { handle: `@${harm(n)}`, name: harm(n), url: address(n), avatar: address(n) },
      ]),
    ),
    posts: bodies.map((body, n): Post => ({
      id: `m${n}`,
      author: `p${n % HARM.length}`,
      parent: n === 0 ? null : 'm0',
      published: `2026-03-01T08:00:${String(n % 60).padStart(2, '0')}Z`,
      url: address(n),
      subject: harm(n),
      lang: harm(n),
      body,
      ...(n % 3 === 0 ? { warning: harm(n) } : {}),
      attachments: [{ type: 'image', url: address(n), name: harm(n), description: harm(n + 1) }],
      cards: [{ url: address(n), title: harm(n), description: harm(n), author: harm(n), site: harm(n) }],
      poll: { options: [{ title: harm(n), votes: 3 }] },
      reactions: [{ name: harm(n), count: 2 }],
      emoji: { [harm(n)]: address(n) },
    })),
  };
}
