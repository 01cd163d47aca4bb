export { safeAddress } from './address.ts';
export { describePlace, type Place, QuotidianError } from './error.ts';
export { type Branch, inReplyOrder, inTimeOrder, replyForest } from './forest.ts';
export { jsonSchemas } from './json-schema.ts';
export { applyOverlay, type EditedThread, type Overlay, overlaySchema } from './overlay.ts';
export {
  type Attachment,
  type Body,
  type Card,
  type Inference,
  type Origin,
  type Person,
  type PersonId,
  type Poll,
  type Post,
  type PostId,
  type Quoted,
  type Thread,
  type ThreadId,
  threadSchema,
} from './schema.ts';
