import type { Body } from '../../thread/schema.ts';
import { bbcode } from './bbcode.ts';
import { commonmark } from './commonmark.ts';
import { discord } from './discord.ts';
import { discourse } from './discourse.ts';
import type { Flavour } from './flavour.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { reddit } from './reddit.ts';
import { slack } from './slack.ts';
import { zulip } from './zulip.ts';

/** The name of a flavour, as a thread file gives it. */
export type FlavourName = Extract<Body, { markdown: string }>['flavour'];

/** Every flavour that a body may be written in. */
export const FLAVOURS: Readonly<Record<FlavourName, Flavour>> = {
  bbcode,
  commonmark,
  discord,
  discourse,
  github,
  gitlab,
  reddit,
  slack,
  zulip,
};
