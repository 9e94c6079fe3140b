import { CONTENT, FORMS, LISTS } from './content-states.ts';
import { LIFE } from './life-states.ts';
import { EMBEDDING, LINE } from './line-states.ts';
import { SITE } from './site-states.ts';
import { words, type Chapter, type State } from './state.ts';

/** Every state, in the order in which a person walks through them. */
export const CHAPTERS: readonly Chapter[] = [
  { id: 'lists', name: words('The list', 'Список'), states: LISTS },
  { id: 'forms', name: words('The form', 'Форма'), states: FORMS },
  { id: 'life', name: words('A ticket’s life', 'Жизнь заявки'), states: LIFE },
  { id: 'site', name: words('A site’s life', 'Жизнь объекта'), states: SITE },
  { id: 'content', name: words('What people write', 'Что пишут люди'), states: CONTENT },
  { id: 'line', name: words('The line', 'Линия'), states: LINE },
  { id: 'embedding', name: words('Embedded wrongly', 'Встроен неверно'), states: EMBEDDING },
];

export const STATES: readonly State[] = CHAPTERS.flatMap(({ states }) => states);

export const findState = (id: string): State | undefined => STATES.find((state) => state.id === id);
