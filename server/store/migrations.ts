import * as log from './migrations/0001-log.ts';

/** In order; a migration that was released is never changed. */
export const MIGRATIONS = {
  '0001-log': log,
};
