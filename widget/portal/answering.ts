/** All that whoever may answer for a site needs on a ticket. It arrives together, in idle time: the connection may be what is broken. */
import './vitrine-draft.ts';
import './vitrine-next-step.ts';
import './vitrine-cost-ask.ts';
import './vitrine-withdraw.ts';
