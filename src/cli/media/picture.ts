import sharp from 'sharp';
import { hashOf } from '../../site/content-files.ts';
import { QuotidianError } from '../../thread/error.ts';
import { LONGEST_SIDE, type SavedPicture } from '../../thread/schema.ts';

/** A picture as it is saved. */
export interface Picture {
  readonly saved: SavedPicture;
  readonly content: Uint8Array;
}

/** A picture of more is not opened, however small its file is: it would be unpacked to four bytes for each. */
export const MOST_PIXELS = 100_000_000;
/** Seconds for one picture. */
const PATIENCE = 60;
/** Of what a phone takes two per cent of the bytes are left, and nobody sees it. */
const QUALITY = 80;

// Nothing but these is read, whatever a file calls itself: no SVG, which holds scripts and addresses, no PDF.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`),
});
const KINDS = 'JPEG, PNG, WebP, GIF and AVIF';

/**
 * The picture made anew, as WebP in sRGB, upright, no longer than `LONGEST_SIDE`, of what moves the first frame. Nothing
 * is left of what the file said beside it: place, time, camera, profile. Throws `QuotidianError` where it is none, or
 * damaged, or too large to be unpacked.
 *
 * WebP and not AVIF, which takes a third less room and ten times as long (docs/media.md).
 */
export async function pictureOf(content: Uint8Array): Promise<Picture> {
  try {
    const { data, info } = await sharp(content, {
      limitInputPixels: MOST_PIXELS,
      failOn: 'truncated',
      autoOrient: true,
    })
      .timeout({ seconds: PATIENCE })
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY, smartSubsample: true })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return { saved: { file: `${hashOf(data)}.webp`, width, height }, content: data };
  } catch (error) {
    throw unread(error instanceof Error ? error.message : '');
  }
}

function unread(reason: string): QuotidianError {
  if (/pixel limit/.test(reason))
    return new QuotidianError(`It has more than ${MOST_PIXELS / 1_000_000} million pixels.`, {
      code: 'too-many-pixels',
    });
  if (/unsupported image format|blocked/.test(reason))
    return new QuotidianError(`It is no picture of a kind that is saved (${KINDS}).`, {
      code: 'not-a-picture',
    });
  return new QuotidianError('It is damaged, and cannot be unpacked.', { code: 'damaged-picture' });
}
