import { act, fireEvent, screen } from '@testing-library/react';
import { renderInApp } from '../testing/render';
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
  await renderInApp(<Crash reload={reload} />, { locale: 'en' });
  expect(screen.getByRole('alert').textContent).toContain('This page stopped working');
  expect(reload).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Load the page again' }));
  expect(reload).toHaveBeenCalledTimes(1);
});

it('loads a page that could not be fetched once the browser is online again', async () => {
  connection.mockReturnValue(false);
  await renderInApp(<Crash reload={reload} />, { locale: 'tr' });
  expect(screen.getByRole('alert').textContent).toContain('Bu sayfa henüz yüklenmedi');
  expect(screen.queryByRole('button')).toBeNull();
  connection.mockReturnValue(true);
  act(() => {
    window.dispatchEvent(new Event('online'));
  });
  expect(reload).toHaveBeenCalledTimes(1);
});
