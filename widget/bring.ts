/** Loads a part that is drawn when it arrives. What fails, mostly for want of a connection, is tried again when it is next drawn. */
export const bring = (part: () => Promise<unknown>): void => void part().catch(() => {});

/** How long a busy page may put it off. */
const LATEST_MS = 1000;

/** {@link bring}, once the page has nothing better to do: for what is not needed yet, and has to be there when nothing can be loaded any more. */
export function bringLater(part: () => Promise<unknown>): void {
  const load = (): void => bring(part);
  // Safari has no idea of it.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: LATEST_MS });
  else setTimeout(load, LATEST_MS);
}
