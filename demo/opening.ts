import type { Client, Person } from './clients/client.ts';
import { reportAs } from './colleagues/run-colleagues.ts';
import type { SignIn } from './colleagues/sign-in.ts';
import { ask } from './company/api.ts';
import type { Desk } from './company/desk.ts';
import { dispatchersOf } from './company/staff.ts';
import type { Language } from './words.ts';

export interface OpeningOptions {
  readonly client: Client;
  readonly server: string;
  readonly desk: Desk;
  readonly signIn: SignIn;
  readonly language: Language;
}

/** Fills a client's first day: a dozen tickets in different stages, each act done by whom it belongs to. May be repeated: nothing is done twice. */
export async function playOpening({ client, server, desk, signIn, language }: OpeningOptions): Promise<void> {
  const dispatcher = dispatchersOf(client.id)[0];
  for (const [number, { by, acts, ...report }] of client.scenes.entries()) {
    const person = personOf(client, by);
    const key = `opening-${number}`;
    let ticket = await reportAs(person, report, { server, signIn, language, key });
    for (const [index, [actor, command, body]] of acts.entries()) {
      const step = { command, body: body?.({ ticket, client, language }) ?? {} };
      const stepKey = `${key}-${index}`;
      if (actor === 'client') {
        const headers = await signIn.headersOf(person);
        await ask(server, `/v1/tickets/${ticket.id}/${command}`, {
          method: 'POST',
          body: step.body,
          key: stepKey,
          headers,
        });
      } else await desk.send(actor === 'desk' ? dispatcher : actor, ticket.id, step, stepKey);
      ({ ticket } = await desk.read(dispatcher, ticket.id));
    }
  }
}

const personOf = ({ people, colleagues }: Client, id: string): Person => {
  const person = [...people, ...colleagues].find((one) => one.id === id);
  if (!person) throw new Error(`there is no ${id} at this client`);
  return person;
};
