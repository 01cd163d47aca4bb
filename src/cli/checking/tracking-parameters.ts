/**
 * Parameters by which a link tells where its reader came from, and which change nothing of what it shows. Taken from
 * the lists of tidy-url and ClearURLs: those that mean nothing else on any site.
 */
const TRACKING: ReadonlySet<string> = new Set([
  '_hsenc',
  '_hsmi',
  '_openstat',
  '__hsfp',
  '__hssc',
  '__hstc',
  'dclid',
  'elqtrack',
  'elqtrackid',
  'fb_action_ids',
  'fb_action_types',
  'fb_source',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'hsctatracking',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'oly_anon_id',
  'oly_enc_id',
  'rdt_cid',
  'srsltid',
  'ttclid',
  'twclid',
  'vero_conv',
  'vero_id',
  'wbraid',
  'yclid',
]);
/** `utm_source`, `mtm_campaign`, `pk_kwd`, `piwik_campaign`, `hsa_cam` */
const FAMILY = /^(?:utm|mtm|pk|piwik|hsa|itm)_[a-z_-]{1,40}$/;

/** On some sites a parameter tracks which elsewhere means something. */
const ON_HOSTS: readonly { readonly host: RegExp; readonly names: ReadonlySet<string> }[] = [
  {
    host: /(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/,
    names: new Set(['si', 'feature', 'pp']),
  },
  { host: /(?:^|\.)(?:twitter\.com|x\.com)$/, names: new Set(['s', 't', 'ref_src', 'ref_url']) },
  { host: /(?:^|\.)(?:amazon\.[a-z.]{2,6})$/, names: new Set(['pd_rd_r', 'pd_rd_w', 'pf_rd_p', 'pf_rd_r']) },
];

/** An address without its tracking parameters, whose names are told; everything else of it stays as written. */
export function withoutTracking(address: string): {
  readonly address: string;
  readonly removed: readonly string[];
} {
  const question = address.indexOf('?');
  const hash = address.indexOf('#');
  if (question < 0 || (hash >= 0 && hash < question) || !/^https?:/i.test(address))
    return { address, removed: [] };
  const end = hash < 0 ? address.length : hash;
  const host = hostOf(address);
  const isTracking = (name: string) =>
    TRACKING.has(name) ||
    FAMILY.test(name) ||
    ON_HOSTS.some((one) => one.names.has(name) && one.host.test(host));
  const pieces = address
    .slice(question + 1, end)
    .split(SEPARATOR)
    .map((piece) => ({ piece, name: (piece.split('=')[0] ?? '').toLowerCase() }));
  const removed = pieces.filter(({ name }) => isTracking(name)).map(({ name }) => name);
  if (removed.length === 0) return { address, removed };
  const kept = pieces.filter(({ name }) => !isTracking(name)).map(({ piece }) => piece);
  const separator = SEPARATOR.exec(address.slice(question + 1, end))?.[0] ?? '&';
  const query = kept.length > 0 ? `?${kept.join(separator)}` : '';
  return { address: address.slice(0, question) + query + address.slice(end), removed };
}

/** In Markdown an ampersand may be written as a reference. */
const SEPARATOR = /&amp;|&/;

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}
