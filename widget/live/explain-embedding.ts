import type { PortalFault } from '../store/state.ts';
import type { findMistake } from './embedding.ts';

type Mistake = NonNullable<ReturnType<typeof findMistake>>;

const MISTAKES: { readonly [M in Mistake]: Omit<PortalFault, 'code'> } = {
  no_tenant: {
    detail: 'The portal does not know whose it is.',
    help: 'Name the client: <vitrine-portal tenant="…">.',
  },
  no_server: {
    detail: 'The portal does not know the address of its server.',
    help: 'Write <vitrine-portal server="https://…">; without it, it is where vitrine.js came from.',
  },
  no_token: {
    detail: 'The portal cannot know who is in front of it.',
    help: 'Set token-url to an address of your backend that answers with an assertion, or the property getToken.',
  },
};

export const explainMistake = (code: Mistake): PortalFault => ({ code, ...MISTAKES[code] });

export const explainLeak = (where: string): PortalFault => ({
  code: 'token_in_page',
  detail: `A token in ${where} is ignored: histories, logs and other scripts read it there.`,
  help: 'Take it out, regard it as known to others, and use token-url or the property getToken.',
});
