import type { Link, Pending } from '../store/state.ts';
import type { Tone } from './headline.ts';
import type { Texts } from './texts.ts';
import type { TextKey } from './translate.ts';

/** How something stands that was sent and is not answered yet: in a line, in a sentence, and in what tone. */
export interface WaitingText {
  readonly line: string;
  readonly sentence: string;
  readonly tone: Tone;
}

export function waitingText(pending: Pending, link: Link, { t, has }: Texts): WaitingText {
  const how = howItWaits(pending, link);
  const why: string = `fault.${pending.fault?.code}`;
  return {
    line: t(`wait.short.${how}`),
    sentence: how === 'refused' ? t(has(why) ? why : 'fault.internal') : t(`wait.${how}`),
    tone: how === 'refused' ? 'late' : how === 'saved' ? 'live' : 'warn',
  };
}

type How = Extract<TextKey, `wait.short.${string}`> extends `wait.short.${infer H}` ? H : never;

/** That it lives in the page alone is said before why it has to wait. */
function howItWaits({ saved, fault, refused }: Pending, { state }: Link): How {
  if (refused) return 'refused';
  if (!saved) return 'page';
  if (state === 'auth_required' || fault?.code === 'unauthorized') return 'sign_in';
  if (!fault) return state === 'offline' ? 'line' : 'saved';
  return fault.status === 0 ? 'line' : 'service';
}
