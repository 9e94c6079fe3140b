import { words } from '../../words.ts';
import type { Site } from '../client.ts';

interface Country {
  readonly region: string;
  readonly timeZone: string;
  /** Each country has its own price list, for its own rates of VAT. */
  readonly codes: string;
}

const IRELAND: Country = { region: 'ireland', timeZone: 'Europe/Dublin', codes: 'IE-' };
const MALTA: Country = { region: 'malta', timeZone: 'Europe/Malta', codes: 'MT-' };
const NETHERLANDS: Country = { region: 'netherlands', timeZone: 'Europe/Amsterdam', codes: 'NL-' };
const GERMANY: Country = { region: 'rhineland', timeZone: 'Europe/Berlin', codes: 'DE-' };

const branch = (
  id: string,
  country: Country,
  [en, ru]: readonly [string, string],
  address: string,
  latitude: number,
  longitude: number,
): Site => ({
  id,
  name: words(en, ru),
  // An address abroad is written as the post there reads it.
  address: words(address, address),
  ...country,
  latitude: Math.round(latitude * 1e7),
  longitude: Math.round(longitude * 1e7),
});

/** Places to about a house block. */
export const SITES: readonly Site[] = [
  branch('dub-grafton', IRELAND, ['Grafton Street', 'Графтон-стрит'], '58 Grafton Street, Dublin 2', 53.3418, -6.2598),
  branch(
    'dub-oconnell',
    IRELAND,
    ['O’Connell Street', 'О’Коннелл-стрит'],
    '31 O’Connell Street Upper, Dublin 1',
    53.3515,
    -6.261,
  ),
  branch('dub-rathmines', IRELAND, ['Rathmines', 'Ратмайнс'], '21 Rathmines Road Lower, Dublin 6', 53.3275, -6.265),
  branch(
    'dun-laoghaire',
    IRELAND,
    ['Dún Laoghaire', 'Дун-Лэаре'],
    '40 George’s Street Upper, Dún Laoghaire',
    53.2925,
    -6.1335,
  ),
  branch('mt-valletta', MALTA, ['Valletta', 'Валлетта'], '45 Republic Street, Valletta', 35.8985, 14.5125),
  branch('mt-sliema', MALTA, ['Sliema', 'Слима'], '110 Tower Road, Sliema', 35.9145, 14.504),
  branch('mt-mosta', MALTA, ['Mosta', 'Моста'], '21 Constitution Street, Mosta', 35.9095, 14.4255),
  branch('nl-amsterdam', NETHERLANDS, ['Amsterdam', 'Амстердам'], 'Leidsestraat 30, Amsterdam', 52.3666, 4.8878),
  branch('nl-rotterdam', NETHERLANDS, ['Rotterdam', 'Роттердам'], 'Lijnbaan 60, Rotterdam', 51.9187, 4.477),
  branch('nl-utrecht', NETHERLANDS, ['Utrecht', 'Утрехт'], 'Oudegracht 150, Utrecht', 52.09, 5.121),
  branch('de-duesseldorf', GERMANY, ['Düsseldorf', 'Дюссельдорф'], 'Königsallee 40, Düsseldorf', 51.223, 6.7785),
  branch('de-koeln', GERMANY, ['Cologne', 'Кёльн'], 'Hohe Straße 80, Köln', 50.936, 6.956),
];
