/** What a thread can come from that has no name of its own: each language says in its words where that was. */
const UNNAMED = ['mail', 'copy', 'file'] as const;

export type UnnamedPlatform = (typeof UNNAMED)[number];

export function isUnnamed(platform: string): platform is UnnamedPlatform {
  return UNNAMED.some((one) => one === platform);
}

/** `Mastodon`, `mail`: a platform by its name. */
export function platformName(platform: string): string {
  return PLATFORMS.get(platform) ?? platform;
}

const PLATFORMS: ReadonlyMap<string, string> = new Map([
  ['activitypub', 'Fediverse'],
  ['discord', 'Discord'],
  ['github', 'GitHub'],
  ['gitlab', 'GitLab'],
  ['hackernews', 'Hacker News'],
  ['lemmy', 'Lemmy'],
  ['lobsters', 'Lobsters'],
  ['mastodon', 'Mastodon'],
  ['reddit', 'Reddit'],
  ['slack', 'Slack'],
  ['stackexchange', 'Stack Exchange'],
  ['telegram', 'Telegram'],
  ['usenet', 'Usenet'],
]);
