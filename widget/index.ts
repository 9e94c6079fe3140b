import { define } from './define.ts';
import { VitrinePortal } from './portal/vitrine-portal.ts';

VitrinePortal.machinery = async () => (await import('./live/open-portal.ts')).openPortal;
define('vitrine-portal', VitrinePortal);

export { VitrinePortal };
export * from './events/portal-events.ts';
export type { GetToken } from './store/machinery.ts';
export type { PortalFault, PortalFaultCode, Prefill, View } from './store/state.ts';
