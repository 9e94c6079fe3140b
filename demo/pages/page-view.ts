import type { HtmlEscapedString } from 'hono/utils/html';
import type { Client } from '../clients/client.ts';
import type { Choice } from './choice.ts';

/** Escaped markup, as `html` of hono makes it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a client's page is drawn from. */
export interface PageView {
  readonly client: Client;
  readonly choice: Choice;
  /** The origin of the portal's server. */
  readonly server: string;
}
