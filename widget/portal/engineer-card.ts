import { css, html, nothing } from 'lit';
import type { Eta } from '../../server/contract/eta.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import type { Viewing } from '../text/viewing.ts';

/** After that a position is history: it is greyed, and says so. */
const STALE_MS = 90_000;

/** `MG` of `Marat Galiev`; whole characters, so that no script is cut in half. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();

/** A number that a telephone can dial; nothing for what is none. */
export function telOf(phone: string): string | undefined {
  const dialled = phone.replace(/[^\d+]/g, '');
  return /^\+?\d{3,15}$/.test(dialled) ? `tel:${dialled}` : undefined;
}

/** Who comes, how to reach him, and by which reckoning he is expected. */
export function engineerCard({ assignee, eta }: TicketView, viewing: Viewing) {
  const { t } = viewing;
  const profile = assignee?.profile;
  const name = profile?.name ?? t('who.engineer');
  const tel = profile?.phone && telOf(profile.phone);
  return html`<section class="card" part="engineer">
    <h3>${t('engineer')}</h3>
    ${
      assignee
        ? html`<div class="who">
            <span class="face" aria-hidden="true">${initialsOf(name)}</span>
            <span>
              <b><bdi>${name}</bdi></b>
              ${profile?.specialty ? html`<br /><bdi class="muted small">${profile.specialty}</bdi>` : nothing}
            </span>
            ${
              tel
                ? html`<a class="button" href=${tel} aria-label=${t('call.name', { name })}>${t('call')}</a>`
                : nothing
            }
          </div>`
        : html`<p class="muted">${t('engineer.none')}</p>`
    }
    ${eta?.arrivesAt ? html`<p class="small muted">${t(`eta.${eta.source}`)}</p>` : nothing}
  </section>`;
}

export const isStale = (eta: Eta, { now }: Viewing): boolean => now - Date.parse(eta.asOf) > STALE_MS;

/** How far, how long, how old: each a fact of its own. */
export function wayOf(eta: Eta, viewing: Viewing): readonly string[] {
  const { t, format, now } = viewing;
  const age = format.age(now - Date.parse(eta.asOf));
  const distance = format.distance(eta.distance);
  const left = eta.arrivesAt ? Date.parse(eta.arrivesAt) - now : 0;
  const arrives = left < 60_000 ? t('arrives_now') : t('arrives_in', { duration: format.duration(left, 'up') });
  return [
    t(eta.tier === 'exact' ? 'away.exact' : 'away', { distance }),
    ...(eta.arrivesAt ? [arrives] : []),
    t(isStale(eta, viewing) ? 'seen.stale' : 'seen', { age }),
  ];
}

/** Facts beside one another, not a sentence. Each brings the dot before it, so that no line ends with one. */
export const join = (facts: readonly string[]) =>
  facts.map((fact, index) => html`<span class="fact">${index ? '· ' : ''}${fact}</span> `);

export const engineerStyles = css`
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    overflow-wrap: anywhere;
  }

  .who > :nth-child(2) {
    flex: 1 0 9em;
  }

  .face {
    width: 44px;
    height: 44px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-weight: 600;
    background: color-mix(in srgb, var(--_accent) 18%, var(--_surface));
  }

  .fact {
    display: inline-block;
  }
`;
