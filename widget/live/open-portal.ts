import type { OpenPortal } from '../store/machinery.ts';
import { Conductor } from './conductor.ts';
import { findLeak, findMistake, tokenFrom } from './embedding.ts';

/** Starts what works behind a portal. */
export const openPortal: OpenPortal = ({ element, store, embedding, tell, report, warn }) => {
  const leak = findLeak(element);
  if (leak) warn(leak);
  const mistake = findMistake(embedding());
  if (mistake) {
    report(mistake);
    return undefined;
  }
  const { server, tenant } = embedding();
  const conductor = new Conductor({ store, server, tenant, getToken: tokenFrom(embedding), tell, report });
  conductor.start();
  return conductor;
};
