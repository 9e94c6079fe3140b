import type { Outage, Report } from '../client.ts';
import { words } from '../../words.ts';
import { report } from '../report.ts';

/** What colleagues report now and then. */
export const REPORTS: readonly [Report, ...Report[]] = [
  report('atm', 'ATM 2 says out of service after a jam', 'Банкомат 2 не обслуживает после замятия'),
  report(
    'counter',
    'The counter recycler rejects every tenth note',
    'Кассовый рециркулятор отбраковывает каждую десятую купюру',
  ),
  report('doors', 'The staff interlock opens both doors at once', 'Служебный шлюз открывает обе двери сразу'),
  report('alarm', 'Zone 6 cannot be armed', 'Зона 6 не ставится на охрану'),
  report('vault', 'The night deposit does not accept bags', 'Ночной депозит не принимает сумки'),
  report('video', 'Camera 3 is out of focus', 'Камера 3 не в фокусе'),
  report('network', 'Telephones at the counter are dead', 'Не работают телефоны у кассиров'),
  report('climate', 'It is 17 degrees in the advice rooms', 'В переговорных 17 градусов'),
  report('electricity', 'Two panels are dark over the queue', 'Две панели над очередью не горят'),
  report('plumbing', 'The tap in the staff kitchen does not close', 'Кран на кухне не закрывается'),
  report('interior', 'The queue screen shows no numbers', 'Экран очереди не показывает номера'),
  report('atm', 'The recycler returns all deposits', 'Рециркулятор возвращает все взносы'),
];

export const OUTAGE: Outage = {
  ...report('network', 'Every counter has lost its connection', 'Все окна потеряли связь'),
  notice: words(
    'The carrier reports an outage: branches in this country work offline. Cash up to 500 € may be paid out.',
    'Авария у оператора: отделения страны работают без связи. Наличные выдаются до 500 €.',
  ),
};
