import type { Person } from '../clients/client.ts';
import type { Staff } from '../company/staff.ts';
import { Chronicle, staff, type By } from './chronicle.ts';
import { DAY_MS, whenOpen } from './opening-hours.ts';
import { normOf, peopleAt, type Fault, type Setting } from './setting.ts';

/** One ticket's life while it is told. */
export class Life extends Chronicle {
  readonly setting: Setting;
  readonly fault: Fault;
  readonly dispatcher: By;
  /** Priority of its category. */
  readonly priority: string;
  readonly openedAt: number;
  /** Everything takes too long this time. */
  readonly isLate: boolean;
  engineer: Staff | undefined;
  arrivals = 0;
  /** Cost lines by the names that the history gives them. */
  readonly costs: { readonly line: string; readonly quantity: string }[] = [];

  constructor(ticket: string, at: number, setting: Setting, fault: Fault) {
    super(ticket, at, setting.language);
    this.setting = setting;
    this.fault = fault;
    this.openedAt = at;
    this.dispatcher = staff(this.dice.of(setting.dispatchers));
    this.priority = setting.client.categories.find(({ id }) => id === fault.report.category)!.priority;
    this.isLate = this.dice.is(0.045);
  }

  get worker(): By {
    if (!this.engineer) throw new Error(`nobody is assigned to ${this.ticket}`);
    return staff(this.engineer.id);
  }

  /** How long the contract gives. */
  norm(kind: 'reaction' | 'resolution'): number {
    return normOf(this.setting, this.fault.report.category, this.priority, kind);
  }

  get isUrgent(): boolean {
    return this.norm('resolution') < DAY_MS / 2;
  }

  /** Whoever is on shift now: mostly the reporter himself. */
  onShift(): Person {
    const { by, site } = this.fault;
    return this.dice.is(0.75) ? by : this.dice.of(peopleAt(this.setting, site));
  }

  /** Carries on when somebody is at the site. */
  opened(): void {
    const at = whenOpen(this.at, this.fault.site.timeZone, this.setting.hours);
    if (at > this.at) this.until(at + this.dice.minutes(2, 40));
  }
}
