import { announcedMail } from './announced-mail.ts';
import { blockquote } from './blockquote.ts';
import type { HtmlConvention } from './convention.ts';
import { discourseAside } from './discourse-aside.ts';
import { forwardedHeader } from './forwarded-header.ts';
import { mailContainer } from './mail-container.ts';
import { matrixReply } from './matrix-reply.ts';
import { outlookDivider } from './outlook-divider.ts';
import { quoteInline } from './quote-inline.ts';
import { ruleAndHeader } from './rule-and-header.ts';
import { unmarkedOriginal } from './unmarked-original.ts';

/** Every habit of quoting in HTML that is known; the first that claims an element has it. */
export const HTML_CONVENTIONS: readonly HtmlConvention[] = [
  discourseAside,
  matrixReply,
  quoteInline,
  forwardedHeader,
  mailContainer,
  outlookDivider,
  ruleAndHeader,
  announcedMail,
  blockquote,
  unmarkedOriginal,
];
