import { bbcodeBlocks } from '../bbcode/blocks.ts';
import { MARKDOWN_CONVENTIONS } from '../conventions/markdown/index.ts';
import type { Flavour } from './flavour.ts';

/**
 * BBCode, as phpBB, XenForo, MyBB, SMF and vBulletin keep what people type: `[quote="petra" post_id=3]`, `[b]`,
 * `[url=…]`, `[code]`, `[list]`, `[spoiler]`. There is no Markdown in it: line ends are kept and other marks are text.
 */
export const bbcode: Flavour = { read: bbcodeBlocks, conventions: MARKDOWN_CONVENTIONS };
