import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CallError, call } from '../../lib/callable';
import { methodWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { AddMethod } from './add-method';
import { MethodList } from './method-list';
import { inOrder } from './use-payment-methods';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
const callable = jest.mocked(call);

const visa = methodWith({ isDefault: true });
const troy = methodWith({ id: 'paytr_c1', gateway: 'paytr', brand: 'troy', lastFour: '1881' });

beforeEach(() => {
  callable.mockReset().mockResolvedValue({});
});

it('shows brand, last digits, gateway and expiry, and which one is the default', async () => {
  await renderInApp(<MethodList methods={[visa, troy]} />);
  const [first, second] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(first).toBe('Visa •••• 4242VarsayılanStripeSon kullanma: 12/99Sil');
  expect(second).toBe('Troy •••• 1881PayTRSon kullanma: 12/99Varsayılan yapSil');
});

it('makes another card the default', async () => {
  await renderInApp(<MethodList methods={[visa, troy]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Troy •••• 1881 kartını varsayılan yap' }));
  await waitFor(() => {
    expect(callable).toHaveBeenCalledWith('payment-setDefaultMethod', { paymentMethodId: 'paytr_c1' });
  });
});

it('asks before it removes a card, and does nothing when the asker thinks better of it', async () => {
  await renderInApp(<MethodList methods={[visa]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Visa •••• 4242 kartını sil' }));
  await screen.findByRole('dialog', { name: '4242 ile biten kart silinsin mi?' });
  fireEvent.click(screen.getByRole('button', { name: 'Vazgeç' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(callable).not.toHaveBeenCalled();
});

it('removes a card, and says in the dialog when that fails', async () => {
  callable.mockRejectedValueOnce(new CallError('GATEWAY_UNAVAILABLE'));
  await renderInApp(<MethodList methods={[visa]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Visa •••• 4242 kartını sil' }));
  const dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', { name: 'Visa •••• 4242 kartını sil' });
  fireEvent.click(confirm);
  await screen.findByRole('alert');
  fireEvent.click(confirm);
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(callable.mock.calls).toEqual([
    ['payment-detachMethod', { paymentMethodId: 'stripe_pm_1' }],
    ['payment-detachMethod', { paymentMethodId: 'stripe_pm_1' }],
  ]);
});

it('puts the default first, then the latest added', () => {
  const old = methodWith({ id: 'old', createdAt: new Date('2025-01-01') });
  const later = methodWith({ id: 'later', createdAt: new Date('2026-01-01') });
  expect(inOrder([old, later, visa]).map(({ id }) => id)).toEqual([visa.id, 'later', 'old']);
});

it('asks for the page once more with the same wish when the answer got lost', async () => {
  callable.mockRejectedValue(new CallError('OFFLINE'));
  await renderInApp(<AddMethod />);
  fireEvent.click(screen.getByRole('button', { name: 'Kart ekle' }));
  await screen.findByRole('alert');
  fireEvent.click(screen.getByRole('button', { name: 'Kart ekle' }));
  await waitFor(() => {
    expect(callable).toHaveBeenCalledTimes(2);
  });
  const [first, second] = callable.mock.calls;
  expect(first).toEqual(second);
  await screen.findByRole('alert');
});
