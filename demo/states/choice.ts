import { LANGUAGES, type Language, type Words } from '../words.ts';
import { words } from './state.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;
const WIDTHS = ['360', '820', '1280', 'all'] as const;
const MOTIONS = ['device', 'none'] as const;
const DIRECTIONS = ['ltr', 'rtl'] as const;

/** How a person wants to see the states. Stands in the address of each page. */
export interface Choice {
  readonly lang: Language;
  readonly scheme: (typeof SCHEMES)[number];
  /** Pixels that the state's page gets; `all` there are. */
  readonly width: (typeof WIDTHS)[number];
  readonly motion: (typeof MOTIONS)[number];
  readonly dir: (typeof DIRECTIONS)[number];
}

export const FIRST_CHOICE: Choice = { lang: 'en', scheme: 'auto', width: '1280', motion: 'device', dir: 'ltr' };

/** One thing to choose, and what each of its values is called. */
export interface Switch {
  readonly key: keyof Choice;
  readonly name: Words;
  readonly values: readonly (readonly [value: string, name: Words])[];
}

export const SWITCHES: readonly Switch[] = [
  {
    key: 'lang',
    name: words('Language', 'Язык'),
    values: [
      ['en', words('English', 'English')],
      ['ru', words('Русский', 'Русский')],
    ],
  },
  {
    key: 'scheme',
    name: words('Colours', 'Оформление'),
    values: [
      ['auto', words('As the device', 'Как на устройстве')],
      ['light', words('Light', 'Светлое')],
      ['dark', words('Dark', 'Тёмное')],
    ],
  },
  {
    key: 'width',
    name: words('Width', 'Ширина'),
    values: [...WIDTHS.slice(0, 3).map((width) => [width, words(width, width)] as const), ['all', words('All', 'Вся')]],
  },
  {
    key: 'motion',
    name: words('Motion', 'Движение'),
    values: [
      ['device', words('As the device', 'Как на устройстве')],
      ['none', words('None', 'Без движения')],
    ],
  },
  {
    key: 'dir',
    name: words('Direction', 'Направление'),
    values: [
      ['ltr', words('From the left', 'Слева')],
      ['rtl', words('From the right', 'Справа')],
    ],
  },
];

const oneOf = <T extends string>(list: readonly T[], value: string | undefined, other: T): T =>
  list.find((one) => one === value) ?? other;

/** Reads a choice; what is missing or unknown is as at first, the language as the browser's. */
export function choiceOf(query: Readonly<Record<string, string>>, accepted = ''): Choice {
  const spoken = oneOf(LANGUAGES, accepted.trim().slice(0, 2).toLowerCase(), FIRST_CHOICE.lang);
  return {
    lang: oneOf(LANGUAGES, query['lang'], spoken),
    scheme: oneOf(SCHEMES, query['scheme'], FIRST_CHOICE.scheme),
    width: oneOf(WIDTHS, query['width'], FIRST_CHOICE.width),
    motion: oneOf(MOTIONS, query['motion'], FIRST_CHOICE.motion),
    dir: oneOf(DIRECTIONS, query['dir'], FIRST_CHOICE.dir),
  };
}

/** The address of a page with this choice, some of it changed. */
export const addressOf = (path: string, choice: Choice, change: Readonly<Record<string, string>> = {}): string =>
  `${path}?${new URLSearchParams({ ...choice, ...change }).toString()}`;
