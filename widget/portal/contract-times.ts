import { css, html, nothing } from 'lit';
import { readClock, type Clock, type ClockReading } from '../../server/contract/clock.ts';
import type { Instant } from '../../server/contract/ids.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import { pauseReason, type Tone } from '../text/headline.ts';
import { zoneOf, type Viewing } from '../text/viewing.ts';

const ENDS = /^(cancelled|declined)$/;

/** What a clock says, and how much of it is used up. */
export interface ClockLine {
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
  /** Share of the target that is used up, 0 to 1. */
  readonly share: number;
  readonly paused: boolean;
}

/**
 * Reads a clock for a person. What is left is rounded down, what is used up or over is rounded up.
 *
 * @param takenBackAt when the ticket was withdrawn or declined
 */
export function clockLine(clock: Clock, zone: string, viewing: Viewing, takenBackAt?: Instant): ClockLine {
  const { t, format, now } = viewing;
  const reading = readClock(clock, now);
  const { kind, dueAt, stoppedAt, targetMs } = clock;
  return {
    ...stateOf(clock, reading, viewing, clock.stoppedAt === takenBackAt),
    label: dueAt && !stoppedAt ? t(`clock.${kind}.by`, { time: format.both(dueAt, zone, now) }) : t(`clock.${kind}`),
    share: targetMs > 0 ? Math.min(1, reading.elapsedMs / targetMs) : 1,
    paused: reading.state === 'paused',
  };
}

function stateOf(
  { stoppedAt, targetMs }: Clock,
  { state, elapsedMs, leftMs }: ClockReading,
  { t, format }: Viewing,
  isTakenBack: boolean,
) {
  switch (state) {
    case 'met': {
      const [elapsed, target] = [format.duration(elapsedMs, 'up'), format.duration(targetMs, 'down')];
      // Nobody has kept a promise that was not called in.
      if (isTakenBack) return { text: t('clock.withdrawn', { elapsed, target }), tone: 'neutral' } as const;
      return { text: t('clock.met', { elapsed, target }), tone: 'done' } as const;
    }
    case 'breached':
      return {
        text: t(stoppedAt ? 'clock.missed' : 'clock.late', { late: format.duration(-leftMs, 'up') }),
        tone: 'late',
      } as const;
    default: {
      const left = format.duration(leftMs, 'down');
      return { text: t(`clock.${state}`, { left }), tone: state === 'paused' ? 'warn' : 'neutral' } as const;
    }
  }
}

const clockRow = ({ label, text, tone, share, paused }: ClockLine) =>
  html`<li class="clock" part="clock">
    <span class="row small"><span>${label}</span><span class=${tone}>${text}</span></span>
    <svg class="bar ${paused ? 'warn' : tone}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width=${(share * 100).toFixed(1)} height="1"></rect>
    </svg>
  </li>`;

/** The contract's clocks, counting down by themselves, and what has stopped them. */
export function contractTimes(ticket: TicketView, viewing: Viewing) {
  const { t, format, now, boot } = viewing;
  const zone = zoneOf(ticket, boot);
  if (ticket.clocks.length === 0) return nothing;
  const ended = ticket.stage === 'cancelled' ? ticket.course.findLast(({ type }) => ENDS.test(type))?.at : undefined;
  return html`<section class="card" part="clocks">
    <h3>${t('clocks')}</h3>
    <ul class="clocks" role="list">
      ${ticket.clocks.map((clock) => clockRow(clockLine(clock, zone, viewing, ended)))}
    </ul>
    ${ticket.pauses.map(({ from, to, reason }) => {
      const why = pauseReason(reason, viewing);
      return html`<p class="muted small">
        ${
          to
            ? t('paused.range', { window: format.window(from, to, zone, now), reason: why })
            : t('paused.since', { time: format.moment(from, zone, now), reason: why })
        }
      </p>`;
    })}
  </section>`;
}

export const clockStyles = css`
  .clocks {
    display: grid;
    gap: 10px;
  }

  .clock {
    display: grid;
    gap: 6px;
  }

  .bar {
    width: 100%;
    height: 8px;
    border-radius: 4px;
    background: var(--_border);
    fill: currentColor;
    forced-color-adjust: none;
  }

  .bar.neutral {
    color: var(--_accent);
  }
`;
