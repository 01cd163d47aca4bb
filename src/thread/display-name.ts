const LONGEST_NAME = 200;

/** Where a joiner shapes what is seen: inside an emoji (👩‍💻) and between letters of the scripts that use it (می‌خواهم). */
const SHAPED_BEFORE =
  '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}]';
const SHAPED_AFTER = SHAPED_BEFORE.replace('\\p{Emoji_Modifier}\\uFE0F', '');
const IDLE_JOINERS = new RegExp(
  `(?<!${SHAPED_BEFORE})[\\u200C\\u200D]|[\\u200C\\u200D](?!${SHAPED_AFTER})`,
  'gu',
);

/** `Ines\u202E`, `Ad\u200Ba`: what reorders, fills, tags or controls, and is itself not seen. Joiners see above. */
const DISGUISES = /(?!\u200C|\u200D|\uFE0F)[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A name as a page may show it beside others: one line, no more than 200 characters, and without the characters
 * by which one name passes for another or turns round the text beside it (Unicode TR 36, TR 39). Empty where
 * nothing visible is left.
 */
export function displayName(name: string): string {
  const line = name
    .slice(0, 4 * LONGEST_NAME)
    .replace(/\s+/g, ' ')
    .replace(DISGUISES, '')
    .replace(IDLE_JOINERS, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : line;
}
