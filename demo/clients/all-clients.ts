import type { Client } from './client.ts';
import { BANK } from './bank/bank.ts';
import { GROCERY } from './grocery/grocery.ts';
import { PHARMACY } from './pharmacy/pharmacy.ts';

/** Everybody whom the service company works for. */
export const CLIENTS: readonly Client[] = [PHARMACY, GROCERY, BANK];

export const findClient = (id: string): Client | undefined => CLIENTS.find((client) => client.id === id);
