import type { OpenPortal } from '../store/machinery.ts';
import { Conductor } from './conductor.ts';
import { findLeak, findMistake, tokenFrom } from './embedding.ts';

/** Starts what works behind a portal. */
export const openPortal: OpenPortal = async ({ element, store, embedding, tell, report, warn }) => {
  const leak = findLeak(element);
  const mistake = findMistake(embedding());
  if (leak || mistake) {
    const { explainLeak, explainMistake } = await import('./explain-embedding.ts');
    if (leak) warn(explainLeak(leak));
    if (mistake) report(explainMistake(mistake));
    if (mistake) return undefined;
  }
  const { server, tenant } = embedding();
  const conductor = new Conductor({ store, server, tenant, getToken: tokenFrom(embedding), tell, report });
  // Whoever has put the cursor into the portal may soon do something.
  element.addEventListener('focusin', () => conductor.actions.prepare(), { once: true });
  return conductor;
};
