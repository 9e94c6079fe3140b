import type { Person } from '../clients/client.ts';
import type { Language, Words } from '../words.ts';
import { Dice } from './dice.ts';

/** Who acts, as `vitrine import history` takes it. */
export type By =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly role: Person['role'];
      readonly sites: readonly string[];
    }
  | { readonly kind: 'staff'; readonly id: string };

/** One command of a history. */
export interface Line {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: By;
  readonly ticket: string;
  readonly command: string;
  readonly body?: object;
  /** A name for what it makes, for later bodies of the ticket. */
  readonly as?: string;
}

export const staff = (id: string): By => ({ kind: 'staff', id });

/** What one ticket's people did, one act after another. */
export class Chronicle {
  readonly lines: Line[] = [];
  readonly ticket: string;
  readonly dice: Dice;
  readonly language: Language;
  /** When the next act happens. Milliseconds since the epoch. */
  at: number;

  constructor(ticket: string, at: number, language: Language) {
    this.ticket = ticket;
    this.at = at;
    this.language = language;
    this.dice = new Dice(ticket);
  }

  /** Carries on some seconds later. */
  act(by: By, command: string, body?: object, as?: string): void {
    this.lines.push({
      at: Math.round(this.at),
      by,
      ticket: this.ticket,
      command,
      ...(body && { body }),
      ...(as && { as }),
    });
    this.at += this.dice.between(4_000, 30_000);
  }

  /** Minutes. */
  wait(low: number, high: number): void {
    this.at += this.dice.minutes(low, high);
  }

  until(at: number): void {
    this.at = Math.max(this.at, at);
  }

  say(words: Words): string {
    return words[this.language];
  }

  person({ id, name, role, sites }: Person): By {
    return { kind: 'person', id, name: this.say(name), role, sites };
  }
}
