import type { Outage, Report } from '../client.ts';
import { words } from '../../words.ts';
import { report } from '../report.ts';

/** What colleagues report now and then. */
export const REPORTS: readonly [Report, ...Report[]] = [
  report('till', 'Till 2 does not open the cash drawer', 'Касса 2 не открывает денежный ящик'),
  report('printer', 'The printer pulls three sheets at once', 'Принтер тянет по три листа сразу'),
  report('doors', 'The main door slams, customers complain', 'Главная дверь хлопает, покупатели жалуются'),
  report('electricity', 'Two lamps are out above shelf B', 'Не горят два светильника над стеллажом Б'),
  report('plumbing', 'Water under the sink in the staff room', 'Вода под раковиной в комнате персонала'),
  report('video', 'Camera 4 shows a black picture', 'Камера 4 показывает чёрный экран'),
  report('signage', 'Half of the green cross is dark', 'Половина зелёного креста не горит'),
  report('air', 'It is 29 degrees in the sales hall', 'В торговом зале 29 градусов'),
  report('scanner', 'The scanner reads a code at the tenth try', 'Сканер читает код с десятого раза'),
  report('furniture', 'A shelf of the show case hangs down', 'Полка витрины провисла'),
  report('network', 'Prescriptions load for five minutes', 'Рецепты загружаются по пять минут'),
  report('refrigeration', 'The vaccine fridge beeps and shows +9', 'Холодильник для вакцин пищит и показывает +9'),
  report('till', 'Till 1 prints pale receipts', 'Касса 1 печатает бледные чеки'),
  report('doors', 'The lock of the store room turns with effort', 'Замок склада проворачивается с трудом'),
];

export const OUTAGE: Outage = {
  ...report(
    'network',
    'Prescriptions and payments do not go through at all',
    'Не проходят ни рецепты, ни оплата картой',
  ),
  notice: words(
    'A failure at the provider of the line: several pharmacies are without a network. Cash is possible.',
    'Авария у оператора связи: без сети несколько аптек. Наличные принимать можно.',
  ),
};
