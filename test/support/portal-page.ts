import type { Locator, Page } from 'playwright-core';

type Registered = Event & { readonly ticket: { readonly id: string } };

/** The id of the next ticket that the person of this page registers. */
export function nextRegistered(page: Page): Promise<string> {
  const id = page.evaluate(
    () =>
      new Promise<string>((give) =>
        document.addEventListener('vitrine-registered', (event) => give((event as Registered).ticket.id), {
          once: true,
        }),
      ),
  );
  // A test that fails before it reads this has failed for another reason.
  id.catch(() => undefined);
  return id;
}

/** Chooses a category in the form. */
export const choose = (page: Page, category: string): Promise<void> =>
  page.getByRole('group').getByText(category, { exact: true }).click();

/** Fills in the form and sends it; gives the id of the ticket, which is then open. */
export async function report(page: Page, category: string, text: string): Promise<string> {
  const registered = nextRegistered(page);
  await page.getByRole('button', { name: 'Report a fault' }).click();
  await choose(page, category);
  await page.getByRole('textbox', { name: 'What is wrong?' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  return registered;
}

/** Waits until the headline of the open ticket says so. */
export const said = (page: Page, headline: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 2, name: headline }).waitFor();

/** Entries of the open ticket's timeline that say so. */
export const entries = (page: Page, sentence: string): Locator =>
  page.locator('vitrine-timeline').getByRole('listitem').filter({ hasText: sentence });

/** What the control in focus is called, through all shadow roots. */
export const inFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const control = element as HTMLInputElement | null;
    const name = control?.ariaLabel ?? control?.labels?.[0]?.innerText ?? control?.innerText;
    return name?.trim().split('\n')[0] ?? '';
  });

const STEPS = 60;

/** Goes on by the Tab key until a control called so is in focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    await page.keyboard.press('Tab');
    const here = await inFocus(page);
    if (here === name) return;
    passed.push(here);
  }
  throw new Error(`the Tab key does not reach "${name}", only: ${passed.join(', ')}`);
}

/** What is wider than the page, or sticks out of the portal's box, which would cut it off. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page: ${scrollWidth} of ${clientWidth}`);
    const portal = document.querySelector('vitrine-portal, vitrine-ticket')!;
    // One that floats has no room of its own in the page, and the whole window.
    const own = portal.getBoundingClientRect();
    const box = own.height > 0 ? own : { left: 0, right: clientWidth };
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        const { left, right, width } = element.getBoundingClientRect();
        // What a line with an ellipsis hides is hidden on purpose.
        const isCut = getComputedStyle(element.parentElement ?? element).textOverflow === 'ellipsis';
        const isSeen = width > 1 && !isCut && element.checkVisibility();
        if (isSeen && (right > box.right + 1 || left < box.left - 1))
          found.push(`${element.localName}.${element.className}`);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(portal.shadowRoot!);
    return found;
  });
