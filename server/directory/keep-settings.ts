import { Refusal } from '../contract/faults.ts';
import type { TenantSettings } from './directory.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** @throws Refusal where the time-zone data has no such zone; an offset is none, it knows no daylight saving */
export function refuseUnknownZone(timeZone: string, pointer: string): void {
  if (/^[A-Za-z]/.test(timeZone) && isKnown(() => new Intl.DateTimeFormat('en', { timeZone }))) return;
  throw new Refusal('refused', `"${timeZone}" is no IANA time zone like "Europe/Moscow"`, { pointer });
}

/** What a client's contract says, once its zone, currency and locale are known to exist. */
export function keepSettings(settings: TenantSettings): { readonly settings: TenantSettings } {
  const { locale, currency, timeZone } = settings;
  refuseUnknownZone(timeZone, '/timeZone');
  if (!CURRENCIES.has(currency)) {
    throw new Refusal('refused', `"${currency}" is no ISO 4217 currency like "RUB"`, { pointer: '/currency' });
  }
  if (!isKnown(() => Intl.getCanonicalLocales(locale))) {
    throw new Refusal('refused', `"${locale}" is no language tag like "ru" or "en-GB"`, { pointer: '/locale' });
  }
  return { settings };
}

function isKnown(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}
