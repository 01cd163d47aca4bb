import { DECOYS } from './decoys.ts';
import type { Kind } from './kind.ts';
import { SCENE_KINDS } from './scene-kinds.ts';
import { SCRIPT_KINDS } from './script-kinds.ts';
import { WORD_KINDS } from './word-kinds.ts';

export const KINDS: readonly Kind[] = [...WORD_KINDS, ...SCRIPT_KINDS, ...SCENE_KINDS, ...DECOYS];
