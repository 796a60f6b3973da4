import { act, fireEvent, screen } from '@testing-library/react';
import { renderInApp } from '../testing/render';
import { DownloadError } from '../lib/on-demand';
import { Crash } from './crash';

const connection = jest.spyOn(navigator, 'onLine', 'get');
const reload = jest.fn();
beforeEach(() => {
  reload.mockReset();
});
afterEach(() => {
  connection.mockReturnValue(true);
});

it('offers to load a faulty page again, and does not do so by itself', async () => {
  connection.mockReturnValue(true);
  await renderInApp(<Crash error={new Error('fault')} reload={reload} />, { locale: 'en' });
  expect(screen.getByRole('alert').textContent).toContain('This page stopped working');
  expect(reload).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Load the page again' }));
  expect(reload).toHaveBeenCalledTimes(1);
});

it('loads a page that could not be fetched once the browser is online again', async () => {
  connection.mockReturnValue(false);
  await renderInApp(<Crash error={new Error('fault')} reload={reload} />, { locale: 'tr' });
  expect(screen.getByRole('alert').textContent).toContain('Bu sayfa henüz yüklenmedi');
  expect(screen.queryByRole('button')).toBeNull();
  connection.mockReturnValue(true);
  act(() => {
    window.dispatchEvent(new Event('online'));
  });
  expect(reload).toHaveBeenCalledTimes(1);
});

describe('a page that could not be downloaded while online', () => {
  const opened = jest.fn<{ type: string }[], []>();
  const gone = new DownloadError('gone');
  beforeAll(() => {
    // jsdom knows no navigations.
    Object.defineProperty(performance, 'getEntriesByType', { value: opened, configurable: true });
  });

  it('is of an older version, and the newer one is loaded', async () => {
    opened.mockReturnValue([{ type: 'navigate' }]);
    await renderInApp(<Crash error={gone} reload={reload} />, { locale: 'en' });
    expect(reload).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is loaded once, not for ever', async () => {
    opened.mockReturnValue([{ type: 'reload' }]);
    await renderInApp(<Crash error={gone} reload={reload} />, { locale: 'en' });
    expect(reload).not.toHaveBeenCalled();
    screen.getByRole('button', { name: 'Load the page again' });
  });

  it('is loaded again where the last time is long ago', async () => {
    opened.mockReturnValue([{ type: 'reload' }]);
    const since = jest.spyOn(performance, 'now').mockReturnValue(3_600_000);
    await renderInApp(<Crash error={gone} reload={reload} />, { locale: 'en' });
    expect(reload).toHaveBeenCalledTimes(1);
    since.mockRestore();
  });
});
