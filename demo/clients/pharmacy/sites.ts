import type { Site } from '../client.ts';
import type { Words } from '../../words.ts';

const pharmacy = (number: number, address: Words, latitude: number, longitude: number): Site => ({
  id: `pharmacy-${number}`,
  name: { en: `Pharmacy ${number}`, ru: `Аптека ${number}` },
  address,
  region: 'kazan',
  timeZone: 'Europe/Moscow',
  latitude: Math.round(latitude * 1e7),
  longitude: Math.round(longitude * 1e7),
});

/** Streets of Kazan, places to about a house block. */
export const SITES: readonly Site[] = [
  pharmacy(1, { en: '21 Kremlyovskaya St', ru: 'ул. Кремлёвская, 21' }, 55.7921, 49.1209),
  pharmacy(2, { en: '17 Pushkina St', ru: 'ул. Пушкина, 17' }, 55.7886, 49.1252),
  pharmacy(3, { en: '46 Yamasheva Ave', ru: 'просп. Ямашева, 46' }, 55.8275, 49.1215),
  pharmacy(4, { en: '141 Pobedy Ave', ru: 'просп. Победы, 141' }, 55.7785, 49.2135),
  pharmacy(5, { en: '19 Chistopolskaya St', ru: 'ул. Чистопольская, 19' }, 55.818, 49.114),
  pharmacy(6, { en: '54 Ibragimova Ave', ru: 'просп. Ибрагимова, 54' }, 55.8203, 49.0996),
  pharmacy(7, { en: '133 Dekabristov St', ru: 'ул. Декабристов, 133' }, 55.8237, 49.0812),
  pharmacy(8, { en: '33 Gvardeyskaya St', ru: 'ул. Гвардейская, 33' }, 55.788, 49.18),
  pharmacy(9, { en: '66 Richarda Zorge St', ru: 'ул. Рихарда Зорге, 66' }, 55.7545, 49.1985),
  pharmacy(10, { en: '90 Fuchika St', ru: 'ул. Фучика, 90' }, 55.7515, 49.232),
  pharmacy(11, { en: '8 Alberta Kamaleeva Ave', ru: 'просп. Альберта Камалеева, 8' }, 55.7912, 49.2078),
  pharmacy(12, { en: '44 Baumana St', ru: 'ул. Баумана, 44' }, 55.7898, 49.1168),
  pharmacy(13, { en: '55 Karla Marksa St', ru: 'ул. Карла Маркса, 55' }, 55.7952, 49.133),
  pharmacy(14, { en: '31 Nikolaya Yershova St', ru: 'ул. Николая Ершова, 31' }, 55.7934, 49.1558),
  pharmacy(15, { en: '16 Akademika Glushko St', ru: 'ул. Академика Глушко, 16' }, 55.7769, 49.2292),
  pharmacy(16, { en: '27 Adoratskogo St', ru: 'ул. Адоратского, 27' }, 55.8331, 49.144),
  pharmacy(17, { en: '46 Mavlyutova St', ru: 'ул. Мавлютова, 46' }, 55.759, 49.1651),
  pharmacy(18, { en: '20 Voskhod St', ru: 'ул. Восход, 20' }, 55.8357, 49.062),
];
