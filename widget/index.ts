import { define } from './define.ts';
import { VitrineElement } from './portal/vitrine-element.ts';
import { VitrinePortal } from './portal/vitrine-portal.ts';
import { VitrineTicket } from './portal/vitrine-ticket.ts';

VitrineElement.machinery = async () => (await import('./live/open-portal.ts')).openPortal;
define('vitrine-portal', VitrinePortal);
define('vitrine-ticket', VitrineTicket);

export { VitrinePortal, VitrineTicket };
export * from './events/portal-events.ts';
export type { GetToken } from './store/machinery.ts';
export type { PortalFault, PortalFaultCode, Prefill, View } from './store/state.ts';
