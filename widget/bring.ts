/** Loads a part that is drawn when it arrives. What fails, mostly for want of a connection, is tried again when it is next drawn. */
export const bring = (part: () => Promise<unknown>): void => void part().catch(() => {});
