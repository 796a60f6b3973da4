/**
 * Who works by keyboard or with a screen reader is where the focus is. When the element that has it leaves the page (a
 * button that became a form, a row that was removed, a dialog that was closed), the browser gives the focus to the
 * body, and they begin again at the top. Here it goes to what took the element's place, or back to where the dialog
 * was opened from. Pages take it themselves when they open.
 */

/** Where an element stands: its parents, with what stands before it in each, so that the place outlives it. */
interface Place {
  readonly element: HTMLElement;
  readonly levels: readonly { readonly parent: Element; readonly before: Element | null }[];
}

/** How far back the way is remembered: out of a dialog with all of its fields to what opened it. */
const LONGEST_WAY = 50;

/** A page or a dialog of its own accord needs a moment to take the focus. */
const PATIENCE_MS = 60;

const TABBABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), iframe';

/** Watches over the focus until what is returned is called. A mouse or finger needs none, and is left alone. */
export function keepFocus(): () => void {
  let way: readonly Place[] = [];
  let isByPointer = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const earlier = way.filter(({ element }) => element !== target);
    way = [placeOf(target), ...earlier].slice(0, LONGEST_WAY);
  };
  const mend = () => {
    if (isByPointer || (document.activeElement ?? document.body) !== document.body) return;
    successor(way)?.focus();
  };
  const byPointer = () => {
    isByPointer = true;
  };
  const byKeyboard = () => {
    isByPointer = false;
  };
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(mend, PATIENCE_MS);
  });

  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', byPointer, true);
  document.addEventListener('keydown', byKeyboard, true);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', byPointer, true);
    document.removeEventListener('keydown', byKeyboard, true);
  };
}

function placeOf(element: HTMLElement): Place {
  const levels: { parent: Element; before: Element | null }[] = [];
  let node: Element = element;
  while (node.parentElement !== null && node.parentElement !== document.body) {
    levels.push({ parent: node.parentElement, before: node.previousElementSibling });
    node = node.parentElement;
  }
  return { element, levels };
}

/** Of the way here, the latest place that is still there; null while its element only waits to be enabled again. */
function successor(way: readonly Place[]): HTMLElement | null {
  for (const place of way) {
    if (place.element.isConnected) return place.element.matches(':disabled') ? null : place.element;
    const next = whatFollows(place);
    // A page that has nothing yet is on its way, and no reason to go back to where the reader came from.
    if (next !== null || isOnPage(place)) return next;
  }
  return null;
}

function isOnPage({ levels }: Place): boolean {
  return levels.some(({ parent }) => parent.localName === 'main' && parent.isConnected);
}

/** The first that can be reached by Tab where an element stood, or after it in what is left around it. */
function whatFollows({ levels }: Place): HTMLElement | null {
  for (const { parent, before } of levels) {
    if (!parent.isConnected) continue;
    const start = before !== null && before.parentElement === parent ? before : null;
    const next = [...parent.querySelectorAll<HTMLElement>(TABBABLE)].find(
      (element) => isShown(element) && (start === null || isBehind(start, element)),
    );
    if (next !== undefined) return next;
    // Beside a page is nothing that stands for what was on it.
    if (parent.localName === 'main') return null;
  }
  return null;
}

function isBehind(start: Element, element: Element): boolean {
  const position = start.compareDocumentPosition(element);
  const isInside = (position & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0;
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !isInside;
}

function isShown(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.getClientRects().length > 0;
}
