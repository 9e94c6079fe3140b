import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as text: a session, or the secret of a key. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It is random in full, so one round is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
