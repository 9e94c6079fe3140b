import type { Staff } from '../company/staff.ts';

/** When each engineer is out, so that nobody is at two sites at once. */
export class CrewCalendar {
  readonly #out = new Map<string, (readonly [from: number, to: number])[]>();

  /** Who would be sent: somebody of the region who is free all that time, the one who knows such faults best. */
  free(engineers: readonly Staff[], category: string, from: number, to: number): Staff | undefined {
    const rank = ({ skills }: Staff): number => {
      const at = skills.indexOf(category);
      return at < 0 ? skills.length : at;
    };
    return engineers
      .filter(({ id }) => this.#isFree(id, from, to))
      .toSorted((a, b) => rank(a) - rank(b))
      .at(0);
  }

  book(engineer: string, from: number, to: number): void {
    const out = this.#out.get(engineer) ?? [];
    out.push([from, to]);
    this.#out.set(engineer, out);
  }

  #isFree(engineer: string, from: number, to: number): boolean {
    return (this.#out.get(engineer) ?? []).every(([start, end]) => to <= start || from >= end);
  }
}
