import type { Client } from '../clients/client.ts';
import type { Language } from '../words.ts';
import type { Desk } from './desk.ts';
import { between, oneOf } from './seeded.ts';

const CALLED_MS = [60_000, 4 * 60_000] as const;

/** Somebody of a site has called, and the desk enters what he said: the clocks start with the call. */
export async function enterCall(
  { colleagues, reports, phone }: Client,
  { desk, by, language, now }: { desk: Desk; by: string; language: Language; now: number },
): Promise<void> {
  const seed = `call-${now}`;
  const caller = colleagues[Math.floor(between(seed, [0, colleagues.length]))]!;
  const { category, text } = oneOf(seed, reports);
  const name = caller.name[language];
  await desk.register(
    by,
    {
      site: caller.sites[0],
      category,
      text: text[language],
      channel: 'telephone',
      requester: name,
      contact: { name, phone },
      at: new Date(now - between(`${seed}:ago`, CALLED_MS)).toISOString(),
    },
    seed,
  );
}
