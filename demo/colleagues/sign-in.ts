import { ask } from '../company/api.ts';
import type { Language } from '../words.ts';
import { mintAssertion, type SigningKey } from '../identity/assertion.ts';
import type { Client, Person } from '../clients/client.ts';

/** Opens and keeps sessions of the client's people, the way a browser on the intranet does. */
export interface SignIn {
  /** Headers that speak for this person. */
  headersOf(person: Person): Promise<Readonly<Record<string, string>>>;
}

const EARLY_MS = 60_000;

/** @param origin the intranet's, which the server checks */
export function openSignIn(
  server: string,
  origin: string,
  client: Client,
  key: SigningKey,
  language: Language,
): SignIn {
  const sessions = new Map<string, { readonly session: string; readonly expiresAt: number }>();
  return {
    async headersOf(person) {
      let kept = sessions.get(person.id);
      if (!kept || kept.expiresAt - EARLY_MS < Date.now()) {
        const body = { tenant: client.id, assertion: mintAssertion({ ...person, name: person.name[language] }, key) };
        const answer = await ask<{ session: string; expiresAt: string }>(server, '/v1/session', {
          method: 'POST',
          body,
          headers: { Origin: origin },
        });
        kept = { session: answer.session, expiresAt: Date.parse(answer.expiresAt) };
        sessions.set(person.id, kept);
      }
      return { Authorization: `Bearer ${kept.session}`, Origin: origin };
    },
  };
}
