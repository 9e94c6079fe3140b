import type { Instant, Words } from '../../server/contract/ids.ts';
import type { Translate } from './translate.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** What may be worth less than it seems: anything that can give an order to the text around it, or is read from right to left. */
const UNSAFE_ORDER = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A person's or a thing's name inside a sentence: it cannot reorder the rest (W14). Where it stands alone, `<bdi>` does this. */
export const isolate = (name: string): string => (UNSAFE_ORDER.test(name) ? `\u2068${name}\u2069` : name);

/** Numbers, times and money of one language, by `Intl`. Instants are shown in the site's zone. */
export class Format {
  readonly locale: string;
  /** The zone of the person who looks. */
  readonly viewerZone: string;
  readonly #t: Translate;
  readonly #cache = new Map<string, unknown>();

  constructor(locale: string, t: Translate, viewerZone = new Intl.DateTimeFormat().resolvedOptions().timeZone) {
    // Plain English is not American: a day has 24 hours and comes before its month.
    this.locale = locale === 'en' ? 'en-GB' : locale;
    this.viewerZone = viewerZone;
    this.#t = t;
  }

  /** A name in this language, else in whatever language there is. */
  words(words: Words): string {
    if (typeof words === 'string') return words;
    return words[this.locale] ?? words[this.locale.slice(0, 2)] ?? words['en'] ?? Object.values(words)[0] ?? '';
  }

  /** `14:20`, of another day `25 Nov, 14:20`. */
  moment(at: Instant, zone: string, now: number): string {
    return this.#dates(zone, at, now).format(Date.parse(at));
  }

  /** {@link moment}, and where the viewer's clock says something else also what it says: `14:20 (16:20 GMT+5)`. */
  both(at: Instant, zone: string, now: number): string {
    const site = this.moment(at, zone, now);
    if (this.moment(at, this.viewerZone, now) === site) return site;
    const viewer = this.#dates(this.viewerZone, at, now, { timeZoneName: 'shortGeneric' }).format(Date.parse(at));
    return this.#t('twice', { site, viewer });
  }

  /** `14:00–16:00`, of another day `Tue 25 Nov, 09:00–12:00`. */
  window(from: Instant, to: Instant, zone: string, now: number): string {
    const weekday = this.isToday(from, zone, now) ? {} : ({ weekday: 'short' } as const);
    return this.#dates(zone, from, now, weekday).formatRange(Date.parse(from), Date.parse(to));
  }

  /** `25 November`; of another year with it. */
  day(at: Instant, zone: string, now: number): string {
    const year = this.#yearOf(Date.parse(at), zone) === this.#yearOf(now, zone) ? {} : ({ year: 'numeric' } as const);
    return this.#date({ timeZone: zone, day: 'numeric', month: 'long', ...year }).format(Date.parse(at));
  }

  time(at: Instant | number, zone: string): string {
    return this.#date({ timeZone: zone, ...CLOCK }).format(new Date(at));
  }

  /** `17:02:09`: when something was last heard. */
  second(at: number): string {
    return this.#date({ timeStyle: 'medium' }).format(at);
  }

  /** `14:20 Moscow Time`: which clock a time is by. */
  zone(now: number, zone: string): string {
    return this.#date({ timeZone: zone, ...CLOCK, timeZoneName: 'shortGeneric' }).format(now);
  }

  isToday(at: Instant, zone: string, now: number): boolean {
    const days = this.#date({ timeZone: zone, dateStyle: 'short' });
    return days.format(Date.parse(at)) === days.format(now);
  }

  /** Whole minutes: what is left is rounded down, what is used up or too late is rounded up, so never towards "met". */
  duration(ms: number, round: 'down' | 'up'): string {
    const minutes = round === 'down' ? Math.floor(ms / MINUTE_MS) : Math.ceil(ms / MINUTE_MS);
    if (minutes < 1) return this.#t('under_minute');
    const [n, h, m] = [Math.floor(minutes / DAY_MINUTES), Math.floor(minutes / 60) % 24, minutes % 60];
    if (n) return this.#t(h ? 'dh' : 'd', { n, h });
    return this.#t(h ? (m ? 'hm' : 'h') : 'm', { h, m });
  }

  /** How long ago: seconds as long as they are few. */
  age(ms: number): string {
    return ms < MINUTE_MS ? this.#t('s', { s: Math.max(0, Math.floor(ms / 1000)) }) : this.duration(ms, 'down');
  }

  /** @param minor in the currency's smallest unit */
  money(minor: number, currency: string): string {
    const format = this.#number({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  }

  /** @param metres a band's upper end, or exact */
  distance(metres: number): string {
    const kilometres = metres >= 1000;
    return this.#number({
      style: 'unit',
      unit: kilometres ? 'kilometer' : 'meter',
      maximumFractionDigits: metres < 10_000 ? 1 : 0,
    }).format(kilometres ? metres / 1000 : metres);
  }

  number(value: number): string {
    return this.#number({ maximumFractionDigits: 3 }).format(value);
  }

  /** @param basisPoints 2200 is 22 % */
  percent(basisPoints: number): string {
    return this.#number({ style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);
  }

  #yearOf(at: number, timeZone: string): string {
    return this.#date({ timeZone, year: 'numeric' }).format(at);
  }

  #dates(timeZone: string, at: Instant, now: number, more: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
    const clock: Intl.DateTimeFormatOptions = { timeZone, ...CLOCK, ...more };
    if (this.isToday(at, timeZone, now)) return this.#date(clock);
    const year =
      this.#yearOf(Date.parse(at), timeZone) === this.#yearOf(now, timeZone) ? {} : { year: 'numeric' as const };
    return this.#date({ ...clock, day: 'numeric', month: 'short', ...year });
  }

  #date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.#cached(Intl.DateTimeFormat, options);
  }

  #number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return this.#cached(Intl.NumberFormat, options);
  }

  /** Making a formatter costs a thousand times what using it does. */
  #cached<O, F>(kind: new (locale: string, options: O) => F, options: O): F {
    const key = kind.name + JSON.stringify(options);
    const known = this.#cache.get(key) as F | undefined;
    const format = known ?? new kind(this.locale, options);
    this.#cache.set(key, format);
    return format;
  }
}
