import { Refusal } from '../contract/faults.ts';

/**
 * The one answer for every session, assertion or key that does not count, whatever was wrong with it.
 *
 * @param reason for the operator's log; names no secret and no person
 */
export const unauthorized = (reason: string): Refusal =>
  new Refusal(
    'unauthorized',
    'not signed in: the session, assertion or key was not accepted from here; the operator finds the reason under this instance',
    {},
    { cause: new Error(reason) },
  );
