import { accept, agreedForTomorrow, approval, arrive, askBack, assign, cost, ended, resolve, scene } from '../acts.ts';
import type { Scene } from '../client.ts';
import { report } from '../report.ts';

export const SCENES: readonly Scene[] = [
  scene(
    'aoife',
    report('doors', 'The staff interlock opens both doors at once', 'Служебный шлюз открывает обе двери сразу'),
    accept,
    assign('declan'),
    agreedForTomorrow(8),
  ),
  scene(
    'aoife',
    report('climate', 'It is 17 degrees in the advice rooms', 'В переговорных 17 градусов'),
    accept,
    assign('sinead'),
    arrive('sinead'),
    cost('sinead', 'IE-100'),
    cost('sinead', 'IE-280'),
    resolve('sinead'),
  ),
  scene(
    'counter-valletta',
    report(
      'counter',
      'The counter recycler rejects every tenth note',
      'Рециркулятор отбраковывает каждую десятую купюру',
    ),
    accept,
    ...askBack,
  ),
  scene(
    'colleague-dub-oconnell',
    report('atm', 'ATM 1 keeps every card', 'Банкомат 1 не отдаёт карты'),
    accept,
    assign('sinead'),
    arrive('sinead'),
    cost('sinead', 'IE-100'),
    cost('sinead', 'IE-310'),
    ...approval('sinead'),
  ),
  scene(
    'colleague-mt-sliema',
    report('vault', 'The night deposit does not accept bags', 'Ночной депозит не принимает сумки'),
    accept,
    assign('karl'),
    agreedForTomorrow(16),
  ),
  scene(
    'colleague-nl-amsterdam',
    report('alarm', 'Zone 6 cannot be armed', 'Зона 6 не ставится на охрану'),
    accept,
    assign('jeroen'),
    arrive('jeroen'),
    cost('jeroen', 'NL-240'),
  ),
  scene(
    'colleague-nl-utrecht',
    report('interior', 'The queue screen shows no numbers', 'Экран очереди не показывает номера'),
    accept,
  ),
  scene(
    'colleague-de-koeln',
    report('network', 'Telephones at the counter are dead', 'Не работают телефоны у кассиров'),
    accept,
    assign('lukas'),
    resolve('lukas'),
    ...ended,
  ),
  scene(
    'colleague-de-duesseldorf',
    report('video', 'Camera 3 is out of focus', 'Камера 3 не в фокусе'),
    accept,
    assign('lukas'),
    agreedForTomorrow(10),
  ),
  scene(
    'colleague-dub-rathmines',
    report('plumbing', 'The tap in the staff kitchen does not close', 'Кран на кухне не закрывается'),
  ),
];
