import { fileAddress } from '../addresses.ts';
import type { Settings } from '../settings.ts';
import { FONT_ROLES, STACKS } from './font-settings.ts';

/** What `site.yaml` changes of `tokens.css`, as a stylesheet: the Content-Security-Policy allows no inline style. */
export function themeCss(
  { accent, fonts, mark }: Pick<Settings, 'accent' | 'fonts' | 'mark'>,
  base: string,
): string {
  const faces = FONT_ROLES.flatMap((role) => {
    const font = fonts[role];
    if (font === undefined) return [];
    return [`--${role}:${typeof font === 'string' ? STACKS[font] : `var(--font-${role})`}`];
  });
  const tokens = `:root{${[`--accent-h:${accent}`, ...faces].join(';')}}`;
  return mark === undefined ? tokens : `${tokens}${markCss(fileAddress(base, encodeURI(mark)))}`;
}

/** The picture takes the place of the bracket before the site's name. */
function markCss(address: string): string {
  return `:root :is(.site-name,.nameplate h1)::before{inline-size:1em;block-size:1em;border:0;background:url("${address}") center/contain no-repeat;vertical-align:-.1em}`;
}
