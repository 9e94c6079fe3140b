import type { Client } from './client.ts';
import { PHARMACY } from './pharmacy/pharmacy.ts';

/** Everybody whom the service company works for. */
export const CLIENTS: readonly Client[] = [PHARMACY];

export const findClient = (id: string): Client | undefined => CLIENTS.find((client) => client.id === id);
