/** How a terminal colours the word for a fidelity. */
export const FIDELITY_STYLES = {
  verbatim: 'green',
  abridged: 'green',
  altered: 'red',
  unsourced: 'yellow',
  external: 'dim',
} as const;
