import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * While a person types in a field of its host, keeps that field where it is on the screen, whatever arrives above it. Browsers do so only
 * once a page has been scrolled, and Safari never.
 */
export class HoldPlace implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #grown = new ResizeObserver(() => this.#hold());
  #field: Element | undefined;
  #top = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const event of ['focusin', 'focusout', 'input']) this.#host.addEventListener(event, this.#look);
    addEventListener('scroll', this.#look, { capture: true, passive: true });
    // Whatever grows above the field makes something around it grow.
    for (let around: Element | null = this.#host; around; around = outOf(around)) this.#grown.observe(around);
    this.#look();
  }

  hostDisconnected(): void {
    for (const event of ['focusin', 'focusout', 'input']) this.#host.removeEventListener(event, this.#look);
    removeEventListener('scroll', this.#look, { capture: true });
    this.#grown.disconnect();
  }

  readonly #look = (): void => {
    this.#field = this.#typedIn();
    if (this.#field) this.#top = this.#field.getBoundingClientRect().top;
  };

  #typedIn(): Element | undefined {
    let focused = this.#host.shadowRoot?.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.matches('input, textarea') ? focused : undefined;
  }

  #hold(): void {
    const field = this.#field;
    if (!field) return;
    const moved = field.getBoundingClientRect().top - this.#top;
    if (Math.abs(moved) >= 1) scrollerOf(field).scrollBy({ top: moved, behavior: 'instant' });
    this.#top = field.getBoundingClientRect().top;
  }
}

/** What scrolls it: the nearest box that does, or the page. */
function scrollerOf(element: Element): Element {
  for (let around = outOf(element); around; around = outOf(around))
    if (around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY))
      return around;
  return document.scrollingElement ?? document.documentElement;
}

const outOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
