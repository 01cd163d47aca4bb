/** Of the panel, within Astro's toolbar. */
export const PANEL_STYLE = `
:host { color-scheme: light dark }
.panel {
  --paper: light-dark(#fdfcf9, #1b1917); --ink: light-dark(#221f1b, #e8e4dd); --soft: light-dark(#5c564e, #b3aca1);
  --line: light-dark(#8b857b, #7d766c); --accent: light-dark(#8a3b12, #f0a37a); --wrong: light-dark(#a8200d, #ff9b87);
  position: fixed; inset-block: auto 4.5rem; inset-inline: auto 1rem; z-index: 2000000010;
  box-sizing: border-box; inline-size: min(26rem, calc(100vw - 2rem)); max-block-size: calc(100vh - 6rem); overflow: auto;
  padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); color: var(--ink);
  font: 14px/1.5 system-ui, sans-serif; box-shadow: 0 .5rem 2rem #0005; text-align: start;
}
[hidden] { display: none !important }
.head { display: flex; align-items: baseline; justify-content: space-between; gap: 1rem }
h2 { margin: 0; font-size: 16px }
h3 { margin: 1rem 0 .25rem; padding-block-start: .75rem; border-block-start: 1px solid var(--line); font-size: 14px }
p { margin: .25rem 0; color: var(--soft) }
[role=status] { color: var(--ink); font-weight: 600 }
[role=status].refused { color: var(--wrong) }
[role=status]:empty { display: none }
label { display: block; margin-block-start: .5rem; color: var(--soft) }
textarea, select {
  display: block; box-sizing: border-box; inline-size: 100%; min-block-size: 2rem; margin-block-start: .125rem; padding: .375rem .5rem;
  border: 1px solid var(--line); border-radius: .25rem; background: var(--paper); color: var(--ink); font: inherit;
}
textarea { min-block-size: 4.5rem; resize: vertical }
textarea[readonly] { font-family: ui-monospace, monospace; font-size: 13px }
button {
  min-block-size: 2rem; margin-block-start: .5rem; margin-inline-end: .5rem; padding: .25rem .75rem; border: 1px solid var(--line);
  border-radius: .25rem; background: transparent; color: var(--ink); font: inherit; cursor: pointer;
}
button:hover { border-color: var(--accent); color: var(--accent) }
:is(button, textarea, select, a, .panel):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
a { color: var(--accent) }
ul { margin: .25rem 0; padding-inline-start: 1.25rem }
li { margin-block: .25rem; overflow-wrap: anywhere }
code { font-family: ui-monospace, monospace; font-size: 12px }
.error > code { color: var(--wrong) }
@media print { .panel { display: none } }
`;

/** Of the page, while the panel is open: each quote says how faithful it is, in a colour and in its word. */
export const FIDELITY_STYLE = `
figure.quote[data-fidelity] > figcaption::after, .inline-quote[data-fidelity]::after {
  content: attr(data-fidelity); display: inline-block; margin-inline-start: .5em; padding-inline: .5em; border-radius: .25em;
  background: #565049; color: #fff; font: 600 12px/1.6 system-ui, sans-serif; vertical-align: middle;
}
[data-fidelity=verbatim] > figcaption::after, .inline-quote[data-fidelity=verbatim]::after { background: #1b6b3a }
[data-fidelity=abridged] > figcaption::after, .inline-quote[data-fidelity=abridged]::after { background: #1f5a9e }
[data-fidelity=altered] > figcaption::after, .inline-quote[data-fidelity=altered]::after { background: #a13800 }
[data-fidelity=unsourced] > figcaption::after, .inline-quote[data-fidelity=unsourced]::after { background: #8f1838 }
`;
