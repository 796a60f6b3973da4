import { dayOf } from '@hyble/billing-functions/src/core/calendar';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { CallError, call } from '../../lib/callable';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { RecordTransferDialog } from './record-transfer-dialog';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
const callable = jest.mocked(call);
const onClose = jest.fn();

beforeEach(() => {
  callable.mockReset().mockResolvedValue({ paymentId: 'p', creditedToWallet: 0 });
  onClose.mockReset();
});

const open = () =>
  renderInApp(<RecordTransferDialog invoice={invoiceWith()} onClose={onClose} />, { locale: 'en' });
const type = (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

it('records all that is due, received today, unless told otherwise', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Record ₺1,200.00' }));
  await waitFor(() => {
    expect(onClose).toHaveBeenCalled();
  });
  expect(callable.mock.calls).toEqual([
    [
      'payment-recordBankTransfer',
      {
        requestId: expect.any(String) as string,
        invoiceIds: ['invoice-1'],
        amount: 120_000,
        currency: 'TRY',
        receivedOn: dayOf(new Date()),
      },
    ],
  ]);
});

it('says what stays due, or what goes into the wallet', async () => {
  await open();
  type('Amount received (TRY)', '1000');
  expect(screen.getByText('₺200.00 stays due.')).toBeTruthy();
  type('Amount received (TRY)', '1300');
  expect(screen.getByText('₺100.00 more than is due; it goes into the customer’s wallet.')).toBeTruthy();
});

it('asks for an amount and a day that is not in the future before it records', async () => {
  await open();
  type('Amount received (TRY)', '0');
  type('Received on', '2999-01-01');
  fireEvent.click(screen.getByRole('button', { name: 'Record bank transfer' }));
  expect(screen.getByText('Enter an amount above zero, such as 100.00.')).toBeTruthy();
  expect(screen.getByText(/not later than today/)).toBeTruthy();
  expect(callable).not.toHaveBeenCalled();
});

it('sends the same request again after a failure', async () => {
  callable.mockRejectedValueOnce(new CallError('OFFLINE'));
  await open();
  type('Reference', ' FT26 ');
  fireEvent.click(screen.getByRole('button', { name: /^Record ₺/ }));
  await screen.findByRole('alert');
  fireEvent.click(screen.getByRole('button', { name: /^Record ₺/ }));
  await waitFor(() => {
    expect(onClose).toHaveBeenCalled();
  });
  const [first, second] = callable.mock.calls;
  expect(first?.[1]).toMatchObject({ reference: 'FT26' });
  expect(first).toEqual(second);
});
