import { markArrivedPassages } from '../arrived-passage.ts';
import { keepPlace } from '../kept-place.ts';
import { copyPanel } from './copy-panel.ts';
import { startCopyingSelections } from './copy-selection.ts';

/** Traces quotes on a thread's page: there, back, and on to wherever its words are pasted. */
export function startTracing(tree: HTMLElement): void {
  if (tree.matches('.deferred')) keepPlace(tree);
  markArrivedPassages();
  const template = document.querySelector<HTMLTemplateElement>('#copying');
  if (template) startCopyingSelections(copyPanel(template));
}
