import type { Category, CategoryField, Priority } from '../client.ts';

export const PRIORITIES: readonly Priority[] = [
  { id: 'p1', name: { en: 'Priority 1', ru: 'Приоритет 1' } },
  { id: 'p2', name: { en: 'Priority 2', ru: 'Приоритет 2' } },
  { id: 'p3', name: { en: 'Priority 3', ru: 'Приоритет 3' } },
];

const label: CategoryField = {
  id: 'label',
  label: { en: 'Model on the label', ru: 'Модель на шильдике' },
  kind: 'text',
  required: false,
};

/** What can break in a pharmacy, with what only that kind of fault asks for. */
export const CATEGORIES: readonly Category[] = [
  {
    id: 'till',
    name: { en: 'Till equipment', ru: 'Кассовое оборудование' },
    priority: 'p1',
    fields: [{ id: 'till', label: { en: 'Till number', ru: 'Номер кассы' }, kind: 'number', required: false }, label],
  },
  {
    id: 'scanner',
    name: { en: 'Scanners and labelling', ru: 'Сканеры и маркировка' },
    priority: 'p1',
    fields: [label],
  },
  {
    id: 'network',
    name: { en: 'Network and telephone', ru: 'Сеть и телефония' },
    priority: 'p1',
    fields: [
      {
        id: 'off',
        label: { en: 'What is off', ru: 'Что не работает' },
        kind: 'choice',
        required: false,
        choices: [
          { id: 'all', label: { en: 'Everything', ru: 'Всё' } },
          { id: 'till', label: { en: 'One till', ru: 'Одна касса' } },
          { id: 'wifi', label: { en: 'Wi-Fi', ru: 'Wi-Fi' } },
          { id: 'phone', label: { en: 'Telephone', ru: 'Телефон' } },
        ],
      },
    ],
  },
  {
    id: 'printer',
    name: { en: 'Printers', ru: 'Принтеры' },
    priority: 'p3',
    fields: [label],
  },
  {
    id: 'refrigeration',
    name: { en: 'Refrigeration', ru: 'Холодильное оборудование' },
    priority: 'p1',
    fields: [
      {
        id: 'shown',
        label: { en: 'Temperature shown, °C', ru: 'Температура на табло, °C' },
        kind: 'number',
        required: false,
      },
      {
        id: 'medicines',
        label: { en: 'Medicines inside', ru: 'Внутри есть лекарства' },
        kind: 'yes_no',
        required: false,
      },
    ],
  },
  {
    id: 'electricity',
    name: { en: 'Electricity and light', ru: 'Электрика и свет' },
    priority: 'p2',
    fields: [
      {
        id: 'smell',
        label: { en: 'Sparks or a burnt smell', ru: 'Искрит или пахнет гарью' },
        kind: 'yes_no',
        required: false,
      },
    ],
  },
  {
    id: 'plumbing',
    name: { en: 'Plumbing', ru: 'Сантехника' },
    priority: 'p2',
    fields: [
      {
        id: 'running',
        label: { en: 'Water is running now', ru: 'Вода течёт сейчас' },
        kind: 'yes_no',
        required: false,
      },
    ],
  },
  {
    id: 'doors',
    name: { en: 'Doors and locks', ru: 'Двери и замки' },
    priority: 'p2',
    fields: [
      {
        id: 'door',
        label: { en: 'Which door', ru: 'Какая дверь' },
        kind: 'choice',
        required: false,
        choices: [
          { id: 'main', label: { en: 'Main entrance', ru: 'Главный вход' } },
          { id: 'staff', label: { en: 'Staff entrance', ru: 'Служебный вход' } },
          { id: 'store', label: { en: 'Store room', ru: 'Склад' } },
        ],
      },
    ],
  },
  { id: 'air', name: { en: 'Air conditioning', ru: 'Кондиционирование' }, priority: 'p2', fields: [label] },
  { id: 'furniture', name: { en: 'Furniture and shelves', ru: 'Мебель и стеллажи' }, priority: 'p3', fields: [] },
  { id: 'signage', name: { en: 'Signs and displays', ru: 'Вывески и витрины' }, priority: 'p3', fields: [] },
  {
    id: 'video',
    name: { en: 'Video surveillance', ru: 'Видеонаблюдение' },
    priority: 'p3',
    fields: [{ id: 'camera', label: { en: 'Camera number', ru: 'Номер камеры' }, kind: 'number', required: false }],
  },
];
