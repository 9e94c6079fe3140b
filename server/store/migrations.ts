import * as log from './migrations/0001-log.ts';
import * as identity from './migrations/0003-identity.ts';

/** In order; a migration that was released is never changed. */
export const MIGRATIONS = {
  '0001-log': log,
  '0003-identity': identity,
};
