/** All that whoever may report needs for it. It arrives together, in idle time: the connection may be what is broken. */
import './vitrine-report-form.ts';
import './vitrine-receipt.ts';
import './vitrine-ticket-list.ts';
