export { type Anchor, anchor, type Request } from './anchor.ts';
export { names } from './attribution.ts';
export { type Evidence, type EvidencePost, evidenceOf, gatherEvidence } from './evidence.ts';
export { quoteGraph } from './graph.ts';
export { BETWEEN_PARTICIPANTS, type Tolerance } from './locate-near.ts';
export type {
  Edit,
  Fidelity,
  Judgement,
  Passage,
  Quote,
  QuoteGraph,
  QuoteReference,
  Source,
} from './quote.ts';
export { type PostReading, readThread, type ThreadReading } from './reading.ts';
