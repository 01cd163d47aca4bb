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
  name: z
    .string()
    .regex(/^[\p{L}\p{N} -]{1,60}$/u, 'is no name of a font: letters, digits, spaces and hyphens')
    .describe('The name of the font: Lora.'),
  instead: stack
    .default('transitional')
    .describe('What stands in until the font is there, made as wide as it.'),
  files: z
    .array(
      z.strictObject({
        file: z
          .string()
          .regex(/\.woff2$/, 'is no .woff2 file')
          .describe('In the project: content/fonts/lora.woff2.'),
        style: z.enum(['normal', 'italic']).default('normal').describe('Which letters the file holds.'),
        weight: z
          .string()
          .regex(/^\d{1,4}(?: \d{1,4})?$/, 'is neither a weight nor two, such as "400" or "200 900"')
          .default('400')
          .describe('One weight, or for a variable font the least and the greatest: 400, 200 900.'),
      }),
    )
    .min(1)
    .describe('The files of the font, one for each style and weight.'),
});

const font = z.union([stack, served]);

/** `fonts` in `site.yaml`: what is absent stays as it comes with the generator. */
export const fontSettings = z
  .strictObject({
    text: font.optional().describe('What people and editors wrote.'),
    machine: font.optional().describe('What the machine says: names, dates, buttons.'),
    code: font.optional().describe('Code, and what people wrote as code.'),
  })
  .default({})
  .describe('Fonts: one that computers have, by the character of its letters, or files of the project.');

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
