import { fireEvent, screen } from '@testing-library/react';
import { invoiceWith } from '../../../testing/factories';
import { renderInApp } from '../../../testing/render';
import { DraftForm } from './draft-form';
import { useProducts } from './use-products';

jest.mock('./use-products', () => ({ useProducts: jest.fn() }));
const products = jest.mocked(useProducts);

const run = jest.fn(() => Promise.resolve());
const show = (draft: Parameters<typeof DraftForm>[0]['draft']) =>
  renderInApp(
    <DraftForm
      currency="EUR"
      draft={draft}
      isReady
      save={{ run, isRunning: false, error: null, reset: () => undefined }}
    />,
    { locale: 'en' },
  );
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save draft' });

beforeEach(() => {
  run.mockClear();
});

it('saves free text while the products are still on their way', async () => {
  products.mockReturnValue({ status: 'loading' });
  await show(null);
  fireEvent.change(screen.getByLabelText(/Description/), { target: { value: 'Cloud server' } });
  fireEvent.change(screen.getByLabelText(/Unit price/), { target: { value: '100.00' } });
  fireEvent.click(save());
  expect(run).toHaveBeenCalledTimes(1);
});

describe('a draft of a product', () => {
  const [item] = invoiceWith().items;
  const draft = {
    ...invoiceWith({ currency: 'EUR' }),
    items: item === undefined ? [] : [{ ...item, productId: 'server' }],
  };

  it('is not saved before the products tell what that is', async () => {
    products.mockReturnValue({ status: 'loading' });
    await show(draft);
    expect(save().disabled).toBe(true);
  });

  it('tells why when they do not come', async () => {
    products.mockReturnValue({ status: 'failed', problem: 'OFFLINE', retry: jest.fn() });
    await show(draft);
    expect(save().disabled).toBe(true);
    screen.getByRole('alert');
  });

  it('is saved once they are there', async () => {
    products.mockReturnValue({ status: 'ready', data: [] });
    await show(draft);
    expect(save().disabled).toBe(false);
  });
});
