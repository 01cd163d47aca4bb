import { commaTime } from './comma-time.ts';
import { discord } from './discord.ts';
import { forum } from './forum.ts';
import { github } from './github.ts';
import type { Grammar } from './grammar.ts';
import { hackerNews } from './hacker-news.ts';
import { irc } from './irc.ts';
import { mailHeaders } from './mail-headers.ts';
import { mastodonPage } from './mastodon-page.ts';
import { reddit } from './reddit.ts';
import { slack } from './slack.ts';
import { transcript } from './transcript.ts';
import { whatsapp } from './whatsapp.ts';

/** The registry: every form of copy that can be read. */
export const grammars: readonly Grammar[] = [
  commaTime,
  discord,
  forum,
  github,
  hackerNews,
  irc,
  mailHeaders,
  mastodonPage,
  reddit,
  slack,
  transcript,
  whatsapp,
];
