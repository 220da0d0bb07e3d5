interface Gap {
  /** What stood before that which went away. */
  before: Node | null;
  around: Node;
}

const HEADINGS = 'h1, h2, h3';

const isAfter = (reference: Node, node: Node, isInside: boolean): boolean => {
  const place = reference.compareDocumentPosition(node);
  if (place & Node.DOCUMENT_POSITION_CONTAINED_BY) return isInside;
  return Boolean(place & Node.DOCUMENT_POSITION_FOLLOWING);
};

const isSeen = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** The next heading after a gap: in the same card, else the card's own, else further down, else the page's. */
function headingAfter({ before, around }: Gap): HTMLElement | null {
  const follows = (heading: Node) =>
    before?.isConnected ? isAfter(before, heading, false) : around.isConnected && isAfter(around, heading, true);
  const host = around instanceof Element ? around : around.parentElement;
  const card = host?.isConnected ? host.closest<HTMLElement>('.loam-card') : null;
  const inCard = [...(card?.querySelectorAll<HTMLElement>(HEADINGS) ?? [])].filter(isSeen);
  const onPage = [...document.querySelectorAll<HTMLElement>(`#content :is(${HEADINGS})`)].filter(isSeen);
  return inCard.find(follows) ?? inCard[0] ?? onPage.find(follows) ?? onPage[0] ?? null;
}

function give(element: HTMLElement | null): void {
  if (element && !element.hasAttribute('tabindex') && element.tabIndex < 0) element.tabIndex = -1;
  element?.focus();
}

/** Where a press cannot do what it says: the first field that is wrong. */
export const focusWrong = (form: Element): void => give(form.querySelector<HTMLElement>('[aria-invalid="true"]'));

const isLost = () => document.activeElement === null || document.activeElement === document.body;
const isOff = (element: Element) => element.matches(':disabled, [data-disabled]');

/** Whatever a press removes gives the focus to its Undo or the next heading; a button that rests gets it back. */
export function keepFocus(): void {
  let holder: HTMLElement | null = null;
  let gap: Gap | null = null;
  const settle = () => {
    // A window that closes, or a page that opens, knows better.
    if (!gap || !isLost()) return;
    const undo = [...document.querySelectorAll<HTMLElement>('[data-undo]')].at(-1);
    give(undo ?? headingAfter(gap));
  };
  const watch = (records: MutationRecord[]) => {
    if (!holder || !isLost()) return;
    if (holder.isConnected) {
      if (records.some(({ type, target }) => type === 'attributes' && target === holder) && !isOff(holder))
        holder.focus({ preventScroll: true });
      return;
    }
    const gone = holder;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    holder = null;
    if (!record) return;
    // What follows an Undo that is used or passed is what followed the press.
    if (!gone.matches('[data-undo]')) gap = { before: record.previousSibling, around: record.target };
    setTimeout(settle, 80);
  };
  document.addEventListener('focusin', ({ target }) => {
    holder = target instanceof HTMLElement ? target : null;
  });
  document.addEventListener('focusout', () => {
    // Whoever clicks beside everything wants the focus nowhere.
    setTimeout(() => {
      if (isLost() && holder?.isConnected && !isOff(holder)) holder = null;
    });
  });
  new MutationObserver(watch).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'data-disabled'],
  });
}
