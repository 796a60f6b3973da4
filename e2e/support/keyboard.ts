import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** How often Tab is pressed at most until something must have been reached. */
const MOST_TABS = 60;

/** Somebody who has a keyboard and nothing else. */
export class KeyboardUser {
  constructor(private readonly page: Page) {}

  /** Presses Tab until a control has the focus, and sees that it has. */
  async reach(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(control).toBeVisible();
    for (let tabs = 0; !(await hasFocus(control)); tabs += 1) {
      expect(tabs, `presses of ${key} without reaching ${control.toString()}`).toBeLessThan(MOST_TABS);
      await this.press(key);
    }
    // Some edges change their colour slowly.
    await expect
      .poll(() => showsFocus(control), { message: `a mark of the focus on ${control.toString()}` })
      .toBe(true);
  }

  /** As `reach`, towards the start of the page. */
  async reachBack(control: Locator): Promise<void> {
    await this.reach(control, 'Shift+Tab');
  }

  /** Reaches a link or button, and follows or presses it. */
  async enter(control: Locator): Promise<void> {
    await this.reach(control);
    await this.press('Enter');
  }

  async enterBack(control: Locator): Promise<void> {
    await this.reachBack(control);
    await this.press('Enter');
  }

  /** Reaches a field and types into it. */
  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** The focus is at something, and not lost to the page as a whole. */
  async keepsFocus(): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.localName ?? 'nothing'), {
        message: 'what has the focus',
      })
      .not.toMatch(/^(body|html|nothing)$/);
  }

  /** A page has opened, and begins at its heading. */
  async arrivesAt(heading: string | RegExp): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, name: heading });
    await expect(title).toBeVisible();
    await expect(title).toBeFocused();
  }
}

/** In a frame, only while the frame itself has the page's focus. */
function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate(
    (element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus(),
  );
}

/**
 * Whether it can be seen: by an outline on the control or on what is drawn in its place, or by an edge of another colour
 * than the same field has without it.
 */
function showsFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const { nextElementSibling: drawn, parentElement: parent } = element;
    const isOutlined = (part: Element | null) => {
      if (part === null) return false;
      // A link that covers its row has it around the row.
      return [getComputedStyle(part), getComputedStyle(part, '::after')].some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
      );
    };
    const hasOtherEdge = (part: Element | null) => {
      if (part === null) return false;
      const unfocused = part.cloneNode() as HTMLElement;
      unfocused.style.transition = 'none';
      part.after(unfocused);
      const edge = getComputedStyle(unfocused).borderColor;
      unfocused.remove();
      return getComputedStyle(part).borderColor !== edge;
    };
    return (
      [element, drawn, parent, element.closest('label')].some(isOutlined) ||
      (element.matches('input, select, textarea') &&
        [element, parent, parent?.parentElement ?? null].some(hasOtherEdge))
    );
  });
}
