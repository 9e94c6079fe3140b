import { bringLater } from '../bring.ts';
import type { Embedding, Machinery, OpenPortal } from '../store/machinery.ts';
import { Conductor } from './conductor.ts';
import { findMistake, tokenFrom } from './embedding.ts';

/** What the elements of a page have in common that show the same person. Who says the same of server, client and tokens is the same. */
interface Share extends Pick<Embedding, 'server' | 'tenant'> {
  source: Embedding['getToken'] | string;
  readonly conductor: Conductor;
}

const shares = new Set<Share>();

const sourceOf = ({ tokenUrl, getToken }: Embedding): Share['source'] => getToken ?? tokenUrl;

function findShare(embedding: Embedding): Share | undefined {
  const { server, tenant } = embedding;
  for (const share of shares)
    if (share.server === server && share.tenant === tenant && share.source === sourceOf(embedding)) return share;
  return undefined;
}

function openShare(embedding: Embedding): Share {
  const { server, tenant } = embedding;
  const getToken = tokenFrom(() => share.source);
  const share: Share = {
    server,
    tenant,
    source: sourceOf(embedding),
    conductor: new Conductor({ server, tenant, getToken }),
  };
  shares.add(share);
  return share;
}

/** Starts what works behind an element, or joins it to what works already. */
export const openPortal: OpenPortal = async ({ element, store, embedding, tell, report, warn }) => {
  const mistake = findMistake(embedding());
  const lookForLeaks = async (): Promise<void> => {
    const leak = (await import('./find-leak.ts')).findLeak(element);
    if (leak) warn(leak);
  };
  if (mistake) {
    await lookForLeaks();
    const { explainMistake } = await import('./explain-embedding.ts');
    report(explainMistake(mistake));
    return undefined;
  }
  bringLater(lookForLeaks);
  const share = findShare(embedding()) ?? openShare(embedding());
  const { conductor } = share;
  const viewer = conductor.join({ store, tell, report });
  const { actions } = viewer;
  return {
    actions,
    start: () => conductor.start(),
    follow(): boolean {
      const there = findShare(embedding());
      if (there !== share && (there || conductor.size > 1)) return false;
      share.source = sourceOf(embedding());
      conductor.retry();
      return true;
    },
    stop: () => void (conductor.leave(viewer) || shares.delete(share)),
  } satisfies Machinery;
};
