/** What a live ticket does without for a moment. It arrives together, before the connection may be lost. */
import './vitrine-announcer.ts';
import './vitrine-composer.ts';
import './vitrine-copy-link.ts';
import './vitrine-fault.ts';
import './vitrine-link-notice.ts';
import './vitrine-waiting.ts';
