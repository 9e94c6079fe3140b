/** How a client's backend may sign its assertions. The algorithm belongs to the key, for ever; a token never chooses it. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'HS256'] as const;

export type Algorithm = (typeof ALGORITHMS)[number];
