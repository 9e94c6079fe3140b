import * as log from './migrations/0001-log.ts';
import * as directory from './migrations/0002-directory.ts';
import * as identity from './migrations/0003-identity.ts';
import * as costs from './migrations/0004-costs.ts';
import * as site from './migrations/0005-site.ts';
import * as listOrder from './migrations/0006-list-order.ts';

/** In order; a migration that was released is never changed. */
export const MIGRATIONS = {
  '0001-log': log,
  '0002-directory': directory,
  '0003-identity': identity,
  '0004-costs': costs,
  '0005-site': site,
  '0006-list-order': listOrder,
};
