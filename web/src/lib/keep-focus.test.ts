import { keepFocus } from './keep-focus';

const PAGE = `
  <nav><a href="#menu" id="menu">Menu</a></nav>
  <main id="page">
    <a href="#back" id="back">Back</a>
    <form id="form">
      <button id="amount">Another amount</button>
      <div id="place"><button id="show">See options</button></div>
      <button id="pay">Pay</button>
    </form>
    <button id="after">After</button>
  </main>`;

let stop: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  // jsdom lays nothing out; here everything that is in the document is on the screen.
  jest.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
  document.body.innerHTML = PAGE;
  stop = keepFocus();
});

afterEach(() => {
  stop();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element;
}

/** Changes the page, and waits as long as the focus is given to settle by itself. */
async function change(act: () => void): Promise<string | undefined> {
  act();
  // What watches the page hears of it after the task.
  await Promise.resolve();
  jest.advanceTimersByTime(100);
  return document.activeElement?.id;
}

test('what takes the place of an element gets its focus', async () => {
  byId('show').focus();
  const focused = await change(() => {
    byId('place').outerHTML = '<section><p>Options</p><input id="digits" /></section>';
  });
  expect(focused).toBe('digits');
});

test('where nothing takes its place, what stands behind it does', async () => {
  byId('show').focus();
  expect(
    await change(() => {
      byId('place').remove();
    }),
  ).toBe('pay');
});

test('where all around it is gone, what stands behind that', async () => {
  byId('show').focus();
  expect(
    await change(() => {
      byId('form').remove();
    }),
  ).toBe('after');
});

test('a dialog that leaves gives it back to what opened it', async () => {
  byId('after').focus();
  const dialog = document.createElement('div');
  dialog.innerHTML = '<button id="close">Close</button><button id="other">Other</button>';
  document.body.append(dialog);
  byId('close').focus();
  byId('other').focus();
  expect(
    await change(() => {
      dialog.remove();
    }),
  ).toBe('after');
});

test('a dialog that removes what opened it gives it to what follows there', async () => {
  byId('show').focus();
  const dialog = document.createElement('div');
  dialog.innerHTML = '<button id="close">Close</button>';
  document.body.append(dialog);
  byId('close').focus();
  const focused = await change(() => {
    byId('place').remove();
    dialog.remove();
  });
  expect(focused).toBe('pay');
});

test('a page on its way is waited for', async () => {
  byId('menu').focus();
  byId('back').focus();
  const main = byId('page');
  expect(
    await change(() => {
      main.replaceChildren();
    }),
  ).toBe('');
  const focused = await change(() => {
    main.innerHTML = '<h1>Invoices</h1><a href="#one" id="one">HYB-202611-0001</a>';
  });
  expect(focused).toBe('one');
});

test('an element that is disabled for a moment has it again afterwards', async () => {
  byId('pay').focus();
  const focused = await change(() => {
    byId('pay').blur();
    byId('pay').setAttribute('disabled', '');
    byId('amount').remove();
  });
  expect(focused).toBe('');
  expect(
    await change(() => {
      byId('pay').removeAttribute('disabled');
      byId('place').remove();
    }),
  ).toBe('pay');
});

test('who works by mouse or finger is left alone, until a key is pressed', async () => {
  byId('show').focus();
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(
    await change(() => {
      byId('place').remove();
    }),
  ).toBe('');
  document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
  expect(
    await change(() => {
      byId('amount').remove();
    }),
  ).toBe('pay');
});

test('what takes the focus by itself keeps it', async () => {
  byId('show').focus();
  const focused = await change(() => {
    byId('place').remove();
    byId('back').focus();
  });
  expect(focused).toBe('back');
});
