import { words } from '../../words.ts';
import type { Site } from '../client.ts';

interface City {
  readonly en: string;
  readonly ru: string;
  readonly region: string;
  readonly timeZone: string;
}

const KALININGRAD: City = {
  en: 'Kaliningrad',
  ru: 'Калининград',
  region: 'kaliningrad',
  timeZone: 'Europe/Kaliningrad',
};
const MOSCOW: City = { en: 'Moscow', ru: 'Москва', region: 'moscow', timeZone: 'Europe/Moscow' };
const YEKATERINBURG: City = {
  en: 'Yekaterinburg',
  ru: 'Екатеринбург',
  region: 'yekaterinburg',
  timeZone: 'Asia/Yekaterinburg',
};
const NOVOSIBIRSK: City = {
  en: 'Novosibirsk',
  ru: 'Новосибирск',
  region: 'novosibirsk',
  timeZone: 'Asia/Novosibirsk',
};
const IRKUTSK: City = { en: 'Irkutsk', ru: 'Иркутск', region: 'irkutsk', timeZone: 'Asia/Irkutsk' };
const VLADIVOSTOK: City = {
  en: 'Vladivostok',
  ru: 'Владивосток',
  region: 'vladivostok',
  timeZone: 'Asia/Vladivostok',
};

const shop = (number: number, city: City, en: string, ru: string, latitude: number, longitude: number): Site => ({
  id: `shop-${number}`,
  name: words(`Shop ${number}, ${city.en}`, `Магазин ${number}, ${city.ru}`),
  address: words(`${en}, ${city.en}`, `${city.ru}, ${ru}`),
  region: city.region,
  timeZone: city.timeZone,
  latitude: Math.round(latitude * 1e7),
  longitude: Math.round(longitude * 1e7),
});

/** From west to east, places to about a house block. The hundreds of a number are its city's. */
export const SITES: readonly Site[] = [
  shop(101, KALININGRAD, '30 Leninsky Ave', 'Ленинский просп., 30', 54.7127, 20.507),
  shop(102, KALININGRAD, '55 Gorkogo St', 'ул. Горького, 55', 54.728, 20.5055),
  shop(103, KALININGRAD, '72 Kiyevskaya St', 'ул. Киевская, 72', 54.6815, 20.501),
  shop(201, MOSCOW, '42 Leninsky Ave', 'Ленинский просп., 42', 55.706, 37.583),
  shop(202, MOSCOW, '56 Profsoyuznaya St', 'ул. Профсоюзная, 56', 55.669, 37.55),
  shop(203, MOSCOW, '14 Bolshaya Cherkizovskaya St', 'ул. Большая Черкизовская, 14', 55.7985, 37.721),
  shop(301, YEKATERINBURG, '71 Malysheva St', 'ул. Малышева, 71', 56.8357, 60.615),
  shop(302, YEKATERINBURG, '50 Lenina Ave', 'просп. Ленина, 50', 56.8395, 60.617),
  shop(303, YEKATERINBURG, '149 Vosmogo Marta St', 'ул. 8 Марта, 149', 56.8085, 60.612),
  shop(401, NOVOSIBIRSK, '101 Krasny Ave', 'Красный просп., 101', 55.0585, 82.9125),
  shop(402, NOVOSIBIRSK, '15 Gogolya St', 'ул. Гоголя, 15', 55.0415, 82.9265),
  shop(403, NOVOSIBIRSK, '47 Karla Marksa Ave', 'просп. Карла Маркса, 47', 54.9835, 82.893),
  shop(501, IRKUTSK, '6 Lenina St', 'ул. Ленина, 6', 52.2873, 104.2815),
  shop(502, IRKUTSK, '202 Baikalskaya St', 'ул. Байкальская, 202', 52.264, 104.327),
  shop(601, VLADIVOSTOK, '33 Svetlanskaya St', 'ул. Светланская, 33', 43.1158, 131.887),
  shop(602, VLADIVOSTOK, '57 Stoletiya Vladivostoka Ave', 'просп. 100-летия Владивостока, 57', 43.1545, 131.913),
  shop(603, VLADIVOSTOK, '57 Russkaya St', 'ул. Русская, 57', 43.1685, 131.926),
];
