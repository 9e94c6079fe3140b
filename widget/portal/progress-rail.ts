import { css, html } from 'lit';
import type { FactType } from '../../server/contract/events.ts';
import { isOpen, type Stage, type TicketView } from '../../server/contract/ticket.ts';
import type { TextKey } from '../text/translate.ts';
import { zoneOf, type Viewing } from '../text/viewing.ts';

interface Shown {
  readonly name: TextKey;
  readonly state: 'past' | 'now' | 'next' | 'skipped';
  /** When it was reached, or is expected; that it was skipped. */
  readonly time: string;
}

type Step = 'registered' | 'accepted' | 'scheduled' | 'en_route' | 'on_site' | 'resolved';
const REACHED_BY: { readonly [S in Step]: FactType } = {
  registered: 'registered',
  accepted: 'accepted',
  scheduled: 'visit_agreed',
  en_route: 'departed',
  on_site: 'arrived',
  resolved: 'resolved',
};
const STEPS = Object.keys(REACHED_BY) as readonly Step[];

/** The six steps from report to repair: what is past and when it was, where the ticket stands, what is to come and when it is expected. */
export function stepsOf(ticket: TicketView, { boot, format, now, t }: Viewing): readonly Shown[] {
  const zone = zoneOf(ticket, boot);
  const reached = STEPS.indexOf(lastOpen(ticket) as Step);
  return STEPS.map((step, index) => {
    const at = index <= reached ? ticket.course.findLast((act) => act.type === REACHED_BY[step])?.at : undefined;
    const past = index < reached || (index === reached && !isOpen(ticket.stage));
    // A remote fix needs no visit: a step that nobody took is not shown as done.
    const state = past ? (at ? 'past' : 'skipped') : index === reached ? 'now' : 'next';
    return {
      name: `step.${step}`,
      state,
      time: at ? format.moment(at, zone, now) : state === 'skipped' ? t(state) : expected(step),
    };
  });

  function expected(step: Step): string {
    if (ticket.stage === 'cancelled') return '';
    const visit = ticket.visits.findLast((each) => each.state === 'agreed');
    const due = ticket.clocks.find((clock) => clock.kind === 'resolution' && !clock.stoppedAt)?.dueAt;
    if (step === 'on_site' && ticket.eta?.arrivesAt)
      return t('about', { time: format.moment(ticket.eta.arrivesAt, zone, now) });
    if (step === 'on_site' && visit) return format.window(visit.from, visit.to, zone, now);
    if (step === 'resolved' && due) return t('by', { time: format.moment(due, zone, now) });
    return '';
  }
}

/** The stage, and for an ended ticket how far it came. */
function lastOpen({ stage, course }: TicketView): Stage {
  if (stage === 'resolved' || stage === 'closed') return 'resolved';
  if (stage !== 'cancelled') return stage;
  return STEPS.findLast((step) => course.some((act) => act.type === REACHED_BY[step])) ?? 'registered';
}

export const progressRail = (ticket: TicketView, viewing: Viewing) =>
  html`<ol class="rail" part="rail" aria-label=${viewing.t('progress')}>
    ${stepsOf(ticket, viewing).map(
      ({ name, state, time }) =>
        html`<li class=${state} aria-current=${state === 'now' ? 'step' : 'false'}>
          <b>${viewing.t(name)}</b><span>${time}</span>
        </li>`,
    )}
  </ol>`;

export const railStyles = css`
  .rail {
    display: grid;
    grid-template-columns: repeat(6, 1fr);
    gap: 6px;
  }

  .rail li {
    display: grid;
    align-content: start;
    gap: 2px;
    font-size: 0.82em;
    color: var(--_text-muted);
    position: relative;
    min-width: 0;
    hyphens: auto;
  }

  .rail li::before {
    content: '';
    height: 4px;
    margin-block-end: 6px;
    background: var(--_border);
    border-radius: 2px;
    forced-color-adjust: none;
  }

  .rail .past::before,
  .rail .now::before {
    background: var(--_accent);
  }

  .rail .now::before {
    padding-inline-start: 62%;
    background:
      linear-gradient(var(--_border) 0 0) content-box,
      var(--_accent);
  }

  .rail .now::after {
    content: '';
    position: absolute;
    inset-block-start: -5px;
    inset-inline-start: calc(62% - 7px);
    width: 14px;
    height: 14px;
    border-radius: 50%;
    background: var(--_accent);
    border: 3px solid var(--_surface);
    outline: 4px solid color-mix(in srgb, var(--_accent) 22%, transparent);
    forced-color-adjust: none;
  }

  .rail .past b,
  .rail .now b {
    color: var(--_text);
  }

  @container (max-width: 619px) {
    .rail li:not(.now) > *,
    .rail span {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }

    .rail .now {
      min-width: max-content;
    }
  }
`;
