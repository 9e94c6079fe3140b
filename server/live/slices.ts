import type { Clock } from '../contract/clock.ts';
import type { TicketEvent } from '../contract/events.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketInView } from '../identity/may.ts';
import type { Turn } from './turn.ts';

/** A frame grows to this, so that several fit into a reader's window; one larger event goes alone. */
export const FRAME_BYTES = 60 * 1024;

/** What one frame will hold: everything up to `to` was looked at. */
export interface Slice {
  readonly to: number;
  readonly events: readonly TicketEvent[];
  readonly clocks: Readonly<Record<TicketId, readonly Clock[]>>;
  readonly bytes: number;
}

/**
 * Cuts what lies after a position into frames, by what one reader may see. The last slice reaches the head unless there are `most`
 * before it; only a slice of nothing visible at all is empty.
 */
export function sliceTurn(
  turn: Turn,
  after: number,
  sees: (ticket: TicketInView) => boolean,
  most: number,
): readonly Slice[] {
  const slices: Slice[] = [];
  let events: TicketEvent[] = [];
  let clocks: Record<TicketId, readonly Clock[]> = {};
  let bytes = 0;

  for (let i = after - turn.from; i < turn.events.length; i++) {
    const { event, ticket, bytes: size } = turn.events[i]!;
    if (!sees(ticket)) continue;
    const counted = turn.clocksOf(event.ticket);
    const cost = size + counted.bytes;
    if (events.length > 0 && bytes + cost > FRAME_BYTES) {
      slices.push({ to: event.position - 1, events, clocks, bytes });
      if (slices.length === most) return slices;
      events = [];
      clocks = {};
      bytes = 0;
    }
    events.push(event);
    clocks[event.ticket] = counted.clocks;
    bytes += cost;
  }
  slices.push({ to: turn.head, events, clocks, bytes });
  return slices;
}
