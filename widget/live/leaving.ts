export interface Leaving {
  /** The page is put out of sight, and may never come back. */
  readonly keep: () => void;
  /** Whether something would be gone with the page: then the browser asks first. */
  readonly wouldLose: () => boolean;
}

/** Follows a person who leaves the page, until the answer is called. */
export function followLeaving({ keep, wouldLose }: Leaving): () => void {
  const ask = (event: BeforeUnloadEvent): void => {
    if (wouldLose()) event.preventDefault();
  };
  addEventListener('visibilitychange', keep);
  addEventListener('beforeunload', ask);
  return () => {
    removeEventListener('visibilitychange', keep);
    removeEventListener('beforeunload', ask);
  };
}
