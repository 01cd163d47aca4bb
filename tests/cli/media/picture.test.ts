import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureOf } from '../../../src/cli/media/picture.ts';
import { threadSchema } from '../../../src/thread/schema.ts';
import { animation, bomb, drawing, photo, SVG } from './pictures-made.ts';

test('a photograph keeps neither place nor maker nor profile, and stands upright', async () => {
  const before = await photo();
  const was = await sharp(before).metadata();
  expect(was).toMatchObject({ width: 400, height: 200, orientation: 6 });
  expect([was.exif, was.icc, was.xmp].every((part) => part && part.length > 0)).toBe(true);
  expect(before.includes('NOT-FOR-PUBLICATION')).toBe(true);

  const { content, saved } = await pictureOf(before);
  const is = await sharp(content).metadata();
  expect(is).toMatchObject({ format: 'webp', space: 'srgb', width: 200, height: 400 });
  expect([is.exif, is.icc, is.xmp, is.iptc, is.orientation]).toEqual(Array(5).fill(undefined));
  expect(Buffer.from(content).includes('NOT-FOR-PUBLICATION')).toBe(false);
  expect(saved).toMatchObject({ width: 200, height: 400 });
});

test('colours of a wide profile are those of sRGB afterwards', async () => {
  const green = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#40c060' } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
  const { content } = await pictureOf(green);
  const { channels } = await sharp(content).stats();
  const [red = 0, greenest = 0, blue = 0] = channels.map(({ mean }) => mean);
  expect(Math.abs(red - 0x40)).toBeLessThan(4);
  expect(Math.abs(greenest - 0xc0)).toBeLessThan(4);
  expect(Math.abs(blue - 0x60)).toBeLessThan(4);
});

test('the same picture has the same bytes and the same name, another has another, and the schema knows the name', async () => {
  const [one, same, other] = await Promise.all(
    [await drawing(), await drawing(), await drawing('#111111')].map((content) => pictureOf(content)),
  );
  expect(same).toEqual(one);
  expect(other?.saved.file).not.toBe(one?.saved.file);
  const thread = {
    format: 1,
    id: 'quay',
    title: 'Quay',
    origin: { platform: 'mastodon', importer: 'mastodon' },
    people: {},
    posts: [
      {
        id: '1',
        author: null,
        parent: null,
        body: { plain: '' },
        attachments: [{ type: 'image', saved: one?.saved }],
      },
    ],
  };
  expect(threadSchema.safeParse(thread).success).toBe(true);
});

test('a large picture is made smaller, a small one not larger', async () => {
  expect((await pictureOf(await drawing('#345678', 4000, 1000))).saved).toMatchObject({
    width: 1600,
    height: 400,
  });
  expect((await pictureOf(await drawing('#345678', 30, 20))).saved).toMatchObject({ width: 30, height: 20 });
});

test('of what moves the first frame is left', async () => {
  const { content } = await pictureOf(await animation());
  const { pages = 1 } = await sharp(content).metadata();
  const [red, , blue] = (await sharp(content).stats()).channels;
  expect(pages).toBe(1);
  expect(red?.mean).toBeGreaterThan(200);
  expect(blue?.mean).toBeLessThan(50);
});

test('a picture that would unpack to gigabytes is not opened', async () => {
  const start = performance.now();
  await expect(pictureOf(bomb())).rejects.toThrow('It has more than 100 million pixels.');
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  ['SVG, which may hold scripts', SVG],
  ['SVG that says first that it is XML', `<?xml version="1.0"?>\n<!-- quay -->\n${SVG}`],
  ['PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'],
  ['a page', '<!doctype html><title>Quay</title>'],
])('no picture is %s', async (_, content) => {
  await expect(pictureOf(Buffer.from(content))).rejects.toThrow('It is no picture of a kind that is saved');
});

test('TIFF is not read', async () => {
  const tiff = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .tiff()
    .toBuffer();
  await expect(pictureOf(tiff)).rejects.toThrow('It is no picture of a kind that is saved');
});

test.each([
  ['nothing', async () => Buffer.alloc(0)],
  ['a photograph without its end', async () => (await photo()).subarray(0, -60)],
  ['the beginning of a drawing', async () => (await drawing()).subarray(0, 40)],
])('%s is damaged, and is not saved in part', async (_, content) => {
  await expect(pictureOf(await content())).rejects.toThrow('It is damaged, and cannot be unpacked.');
});
