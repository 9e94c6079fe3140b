import { render, type RootPart } from 'lit';

/**
 * Draws a list that only grows, at its top and at its end. Each row is a root of its own: none is compared with its neighbours, none moves,
 * and a new one costs as much as one row.
 */
export class GrowingList {
  readonly #rows = new Map<number, RootPart>();

  /** @param rows from the last one up; a key stays with its row, and new keys lie only above or below the known ones */
  draw(list: Element, rows: readonly (readonly [key: number, row: unknown])[]): void {
    let below: Node | null = null;
    for (const [key, row] of rows) {
      const end = (this.#rows.get(key)?.endNode as Comment | undefined) ?? list.insertBefore(new Comment(), below);
      const part = render(row, list as HTMLElement, { renderBefore: end });
      this.#rows.set(key, part);
      below = part.startNode;
    }
  }

  /** Takes all rows away. */
  clear(): void {
    for (const { startNode, endNode } of this.#rows.values()) {
      const row = new Range();
      row.setStartBefore(startNode!);
      row.setEndAfter(endNode!);
      row.deleteContents();
    }
    this.#rows.clear();
  }
}
