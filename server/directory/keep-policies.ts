import { canonicalJson } from '../contract/digest.ts';
import { policyKey, type Norm, type Policy } from '../contract/sla.ts';
import { targetMs } from '../sla/target.ts';
import type { Directory } from './directory.ts';
import { refused, type Keep } from './keep-lists.ts';

const TARGETS = ['reaction', 'resolution', 'arrival'] as const;

/**
 * Adds versions to a contract's norms. A version that is kept may be sent again, unchanged, and is never changed or taken away: tickets
 * carry its stamp. The version saved last is in force for tickets registered from then on.
 */
export const keepPolicies: Keep<Policy> = (directory, { items, pointer }) => {
  const policies = new Map(directory.policies);
  for (const [index, policy] of items.entries()) {
    const { id, version } = policy;
    const kept = policies.get(policyKey(policy));
    if (kept) {
      if (canonicalJson(kept) === canonicalJson(policy)) continue;
      throw refused(
        `${pointer}/${index}`,
        `version ${version} of "${id}" is kept as it is: save a change as a new version`,
      );
    }
    const newest = [...policies.values()].findLast((one) => one.id === id);
    if (newest && newest.version > version)
      throw refused(`${pointer}/${index}/version`, `"${id}" is at version ${newest.version} already`);
    for (const [at, norm] of policy.norms.entries()) refuseBadNorm(norm, `${pointer}/${index}/norms/${at}`, directory);
    refuseDoubles(policy.norms, `${pointer}/${index}/norms`);
    policies.set(policyKey(policy), policy);
  }
  return { policies: [...policies.values()] };
};

function refuseBadNorm(norm: Norm, pointer: string, { categories, priorities }: Directory): void {
  const { category, priority } = norm;
  if (category !== '*' && !categories.has(category))
    throw refused(`${pointer}/category`, `there is no category "${category}"`);
  if (priority !== '*' && !priorities.has(priority))
    throw refused(`${pointer}/priority`, `there is no priority "${priority}"`);
  for (const kind of TARGETS) {
    const target = norm[kind];
    if (target) targetMs(target, `${pointer}/${kind}`);
  }
}

function refuseDoubles(norms: readonly Norm[], pointer: string): void {
  const seen = new Set<string>();
  for (const [at, { category, priority }] of norms.entries()) {
    const named = JSON.stringify([category, priority]);
    if (seen.has(named))
      throw refused(`${pointer}/${at}`, `a norm for category "${category}" and priority "${priority}" stands before`);
    seen.add(named);
  }
}
