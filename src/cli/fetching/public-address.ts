import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { QuotidianError } from '../../thread/error.ts';

/** Whether an IP address lies in the public network (RFC 6890: not private, loopback, link-local, reserved, …). */
export function isPublicIp(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  return ipaddr.process(ip).range() === 'unicast';
}

/** Refuses an address whose host is an IP of a private network; names are looked at when they are looked up. */
export function mustBePublic({ hostname, href }: URL): void {
  const ip = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(ip) && !isPublicIp(ip)) throw privateAddress(href);
}

/** The lookup of a connection: names that lead into a private network are refused, so that no later answer can. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const hidden = error ? undefined : addresses.find(({ address }) => !isPublicIp(address));
    const [first] = addresses ?? [];
    if (error) callback(error, '');
    else if (hidden) callback(privateAddress(hostname), '');
    else if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  });
};

function privateAddress(address: string): QuotidianError {
  return new QuotidianError(`${address} leads into a private network, where nothing is fetched from.`, {
    code: 'private-address',
    hint: 'Threads are fetched from public servers only. Save this one in a browser, and import the file.',
  });
}
