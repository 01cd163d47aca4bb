import { webAddress } from '../reading/web-address.ts';
import type { Entry } from './entry.ts';

/** `stackoverflow.com`: the site that an entry is on, by its own address or its author's; `''` where neither is there. */
export function siteOf({ link, owner }: Pick<Entry, 'link' | 'owner'>): string {
  const address = webAddress(link, owner?.link ?? '');
  return address ? new URL(address).host : '';
}

/** Whether a site is a team's own: `stackoverflowteams.com/c/quay`, `stackoverflow.com/c/quay`, an enterprise's. */
export function isClosed({ link, owner }: Pick<Entry, 'link' | 'owner'>): boolean {
  const address = webAddress(link, owner?.link ?? '');
  if (!address) return false;
  const { host, pathname } = new URL(address);
  return (
    /(?:^|\.)(?:stackoverflowteams|stackenterprise)\.(?:com|co)$/.test(host) || pathname.startsWith('/c/')
  );
}
