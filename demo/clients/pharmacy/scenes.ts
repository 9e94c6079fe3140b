import { accept, agreedForTomorrow, approval, arrive, askBack, assign, cost, ended, resolve, scene } from '../acts.ts';
import type { Scene } from '../client.ts';
import { report } from '../report.ts';

export const SCENES: readonly Scene[] = [
  scene(
    'elena',
    report('electricity', 'Two lamps are out above shelf B', 'Не горят два светильника над стеллажом Б'),
    accept,
    assign('aidar'),
    arrive('aidar'),
    cost('aidar', 'E-120'),
    resolve('aidar'),
  ),
  scene(
    'elena',
    report('doors', 'Door closer of the main entrance leaks oil', 'Доводчик главного входа подтекает'),
    accept,
    assign('ilnur'),
    agreedForTomorrow(9),
  ),
  scene(
    'colleague-pharmacy-12',
    report('plumbing', 'Water under the sink in the staff room', 'Вода под раковиной в комнате персонала'),
    accept,
    ...askBack,
  ),
  scene(
    'ilya',
    report('printer', 'The printer jams on every second sheet', 'Принтер жуёт каждый второй лист'),
    accept,
    assign('timur'),
    resolve('timur'),
  ),
  scene(
    'colleague-pharmacy-1',
    report('till', 'The fiscal storage of till 1 is full', 'Заполнен фискальный накопитель кассы 1'),
    accept,
    assign('timur'),
    arrive('timur'),
    cost('timur', 'G-020'),
    cost('timur', 'K-130'),
    ...approval('timur'),
  ),
  scene(
    'colleague-pharmacy-13',
    report('refrigeration', 'The vaccine fridge beeps and shows +9', 'Холодильник для вакцин пищит и показывает +9'),
    accept,
    assign('sergei'),
    arrive('sergei'),
    cost('sergei', 'G-020'),
  ),
  scene(
    'colleague-pharmacy-4',
    report('network', 'Prescriptions load for five minutes', 'Рецепты загружаются по пять минут'),
    accept,
    assign('timur'),
    agreedForTomorrow(14),
  ),
  scene(
    'colleague-pharmacy-6',
    report('furniture', 'A shelf of the show case hangs down', 'Полка витрины провисла'),
    accept,
    assign('ruslan'),
  ),
  scene(
    'colleague-pharmacy-9',
    report('video', 'Camera 4 shows a black picture', 'Камера 4 показывает чёрный экран'),
    accept,
    assign('timur'),
    resolve('timur'),
    ...ended,
  ),
  scene(
    'colleague-pharmacy-14',
    report('air', 'It is 29 degrees in the sales hall', 'В торговом зале 29 градусов'),
    accept,
    assign('sergei'),
    resolve('sergei'),
  ),
  scene(
    'colleague-pharmacy-16',
    report('signage', 'Half of the green cross is dark', 'Половина зелёного креста не горит'),
    accept,
  ),
  scene(
    'colleague-pharmacy-18',
    report('scanner', 'The scanner reads a code at the tenth try', 'Сканер читает код с десятого раза'),
  ),
];
