import { webAddress } from '../reading/web-address.ts';
import type { Owner } from './entry.ts';

/** Where an entry stands. */
export interface Site {
  /** `stackoverflow.com`, by the entry's own address or its author's; `''` where neither is there. */
  readonly site: string;
  /** A team's own: `stackoverflowteams.com/c/quay`, `stackoverflow.com/c/quay`, an enterprise's. */
  readonly closed: boolean;
}

/** The site that an entry is on. */
export function siteOf({ link, owner }: { readonly link: string; readonly owner?: Owner }): Site {
  const address = webAddress(link, owner?.link ?? '');
  if (!address) return { site: '', closed: false };
  const { host, pathname } = new URL(address);
  return { site: host, closed: OF_TEAMS.test(host) || pathname.startsWith('/c/') };
}

/** `stackoverflowteams.com`, `quay.stackenterprise.co` */
const OF_TEAMS = /(?:^|\.)(?:stackoverflowteams|stackenterprise)\.(?:com|co)$/;
