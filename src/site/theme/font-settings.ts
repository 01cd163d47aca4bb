import { z } from 'zod';

/** Fonts that computers have, by the character of their letters; nothing is fetched for them. */
export const STACKS = {
  transitional: "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, serif",
  'old-style': "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, serif",
  slab: "Rockwell, 'Rockwell Nova', 'Roboto Slab', 'DejaVu Serif', 'Sitka Small', serif",
  system: "system-ui, 'Segoe UI', 'Helvetica Neue', sans-serif",
  humanist: "Seravek, 'Gill Sans Nova', Ubuntu, Calibri, 'DejaVu Sans', sans-serif",
  grotesque: "'Helvetica Neue', 'Arial Nova', 'Nimbus Sans', Arial, sans-serif",
  mono: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  typewriter: "'Nimbus Mono PS', 'Courier New', monospace",
} as const;

type StackName = keyof typeof STACKS;
const stack = z.enum(Object.keys(STACKS) as [StackName, ...StackName[]]);

/** A font that the site serves itself. */
const served = z.strictObject({
  /** `Lora` */
  name: z
    .string()
    .regex(/^[\p{L}\p{N} -]{1,60}$/u, 'is no name of a font: letters, digits, spaces and hyphens'),
  /** What stands in until the font is there, made as wide as it. */
  instead: stack.default('transitional'),
  files: z
    .array(
      z.strictObject({
        /** In the project: `content/fonts/lora.woff2`. */
        file: z.string().regex(/\.woff2$/, 'is no .woff2 file'),
        style: z.enum(['normal', 'italic']).default('normal'),
        /** One weight, or for a variable font the least and the greatest: `400`, `200 900`. */
        weight: z
          .string()
          .regex(/^\d{1,4}(?: \d{1,4})?$/, 'is neither a weight nor two, such as "400" or "200 900"')
          .default('400'),
      }),
    )
    .min(1),
});

const font = z.union([stack, served]);

/** `fonts` in `site.yaml`: what is absent stays as it comes with the generator. */
export const fontSettings = z
  .strictObject({
    /** What people and editors wrote. */
    text: font.optional(),
    /** What the machine says: names, dates, buttons. */
    machine: font.optional(),
    code: font.optional(),
  })
  .default({});

export type FontSettings = z.infer<typeof fontSettings>;
export type ServedFont = z.infer<typeof served>;
export type FontRole = keyof FontSettings;
export const FONT_ROLES: readonly FontRole[] = ['text', 'machine', 'code'];

/** The variables of the font families that pages load; `ahead` is fetched before it is needed. */
export function loadedFonts(
  fonts: FontSettings,
): readonly { readonly cssVariable: `--font-${string}`; readonly ahead: boolean }[] {
  const own = FONT_ROLES.filter((role) => typeof fonts[role] === 'object').map((role) => ({
    cssVariable: `--font-${role}` as const,
    ahead: role === 'text',
  }));
  if (fonts.text !== undefined) return own;
  return [
    { cssVariable: '--font-text', ahead: true },
    { cssVariable: '--font-text-extended', ahead: false },
    ...own,
  ];
}
