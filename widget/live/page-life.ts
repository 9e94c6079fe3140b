export interface PageLife {
  /** The page is seen again, or the network is back. */
  readonly wake: () => void;
  /** The page is put aside and may come back: an open line would keep it from that. */
  readonly rest: () => void;
}

/** Follows the page through sleep, the back/forward cache and lost networks, until the answer is called. */
export function followPage({ wake, rest }: PageLife): () => void {
  const seen = (): void => {
    if (document.visibilityState !== 'hidden') wake();
  };
  const events: [string, () => void][] = [
    ['online', wake],
    ['pageshow', wake],
    ['visibilitychange', seen],
    ['pagehide', rest],
  ];
  for (const [event, hear] of events) addEventListener(event, hear);
  return () => {
    for (const [event, hear] of events) removeEventListener(event, hear);
  };
}
