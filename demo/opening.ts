import { ask } from './company/api.ts';
import type { Desk } from './company/desk.ts';
import { SCENES } from './opening-scenes.ts';
import { reportAs } from './pharmacy/colleagues.ts';
import { COLLEAGUES, findPerson, type Person } from './pharmacy/people.ts';
import type { SignIn } from './pharmacy/sign-in.ts';
import type { Language } from './words.ts';

export interface OpeningOptions {
  readonly server: string;
  readonly desk: Desk;
  readonly signIn: SignIn;
  readonly language: Language;
}

/** Fills the first day: a dozen tickets in different stages, each act done by whom it belongs to. May be repeated: nothing is done twice. */
export async function playOpening({ server, desk, signIn, language }: OpeningOptions): Promise<void> {
  for (const [number, { by, acts, ...report }] of SCENES.entries()) {
    const person = personOf(by);
    const key = `opening-${number}`;
    let ticket = await reportAs(person, report, { server, signIn, language, key });
    for (const [index, [actor, command, body]] of acts.entries()) {
      const step = { command, body: body?.(ticket, language) ?? {} };
      const stepKey = `${key}-${index}`;
      if (actor === 'client') {
        const headers = await signIn.headersOf(person);
        await ask(server, `/v1/tickets/${ticket.id}/${command}`, {
          method: 'POST',
          body: step.body,
          key: stepKey,
          headers,
        });
      } else await desk.send(actor, ticket.id, step, stepKey);
      ({ ticket } = await desk.read('olga', ticket.id));
    }
  }
}

const personOf = (id: string): Person => {
  const person = findPerson(id) ?? COLLEAGUES.find((one) => one.id === id);
  if (!person) throw new Error(`there is no ${id} at the pharmacies`);
  return person;
};
