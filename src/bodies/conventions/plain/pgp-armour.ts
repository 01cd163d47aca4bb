import type { Convention, Page } from '../../plain/convention.ts';

/** OpenPGP's armour around and below a text (RFC 9580, sections 6 and 7): a footer, not words. */
export const pgpArmour: Convention = {
  name: 'pgp-armour',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth).trimEnd();
    if (text === SIGNED) return { count: headersEnd(page, at + 1, depth) - at, role: 'footer' };
    if (!BLOCK.test(text)) return null;
    const end = armourEnd(page, at + 1, depth);
    return end === null ? null : { count: end - at, role: 'footer' };
  },
};

const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----';
// "-----BEGIN PGP SIGNATURE-----"
const BLOCK = /^-----BEGIN PGP (?:SIGNATURE|PUBLIC KEY BLOCK|MESSAGE)-----$/;
// "-----END PGP SIGNATURE-----"
const END = /^-----END PGP [A-Z ]{1,30}-----$/;
// "Hash: SHA256"
const HEADER = /^[A-Z][A-Za-z-]{1,20}: /;
// "iQEzBAEBCAAdFiEE", "=x1Yz"
const ARMOUR = /^[A-Za-z0-9+/=]{1,100}$/;

function headersEnd({ content, lines }: Page, from: number, depth: number): number {
  let at = from;
  while (at < lines.length && HEADER.test(content(at, depth))) at += 1;
  return at;
}

/** The line after the armour's last; `null` where something else stands in it. */
function armourEnd({ content, lines }: Page, from: number, depth: number): number | null {
  for (let at = from; at < lines.length; at += 1) {
    if ((lines[at]?.depth ?? 0) !== depth) return null;
    const text = content(at, depth).trimEnd();
    if (END.test(text)) return at + 1;
    if (text !== '' && !ARMOUR.test(text) && !HEADER.test(text)) return null;
  }
  return null;
}
