import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { CallError, call } from '../../lib/callable';
import { paymentWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { RefundDialog } from './refund-dialog';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
const callable = jest.mocked(call);
const onDone = jest.fn();
const onClose = jest.fn();

const paid = paymentWith({
  gateway: 'stripe',
  status: 'SUCCEEDED',
  gatewayPaymentId: 'pi_1',
  allocations: [
    {
      invoiceId: 'invoice-1',
      amount: minorUnits(120_000),
      refundedAmount: minorUnits(0),
      allocatedAt: new Date('2026-11-20T09:00:00Z'),
    },
  ],
});

beforeEach(() => {
  callable.mockReset().mockResolvedValue({ refundId: 'refund-1', status: 'SUCCEEDED' });
  onDone.mockReset();
});

const open = (payment = paid) =>
  renderInApp(<RefundDialog payment={payment} onDone={onDone} onClose={onClose} />, { locale: 'en' });
const giveReason = () => {
  fireEvent.change(screen.getByLabelText(/^Reason/), { target: { value: ' Ordered twice ' } });
};
const submit = (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
};

it('prefills all that can still be refunded, and refunds it the way it came', async () => {
  await open({ ...paid, refundedAmount: minorUnits(20_000), gatewayRefundedAmount: minorUnits(20_000) });
  giveReason();
  submit('Refund ₺1,000.00');
  await waitFor(() => {
    expect(onDone).toHaveBeenCalledWith('SUCCEEDED');
  });
  expect(callable.mock.calls).toEqual([
    [
      'payment-refund',
      {
        requestId: expect.any(String) as string,
        paymentId: 'payment-1',
        amount: 100_000,
        destination: 'GATEWAY',
        reason: 'Ordered twice',
      },
    ],
  ]);
});

it('refunds a part into the wallet', async () => {
  await open();
  fireEvent.click(screen.getByRole('radio', { name: 'Into the wallet' }));
  fireEvent.change(screen.getByLabelText('Amount (TRY)'), { target: { value: '25.50' } });
  giveReason();
  submit('Refund ₺25.50');
  await waitFor(() => {
    expect(onDone).toHaveBeenCalled();
  });
  expect(callable.mock.calls[0]?.[1]).toMatchObject({ amount: 2_550, destination: 'WALLET' });
});

it.each([
  ['', 'Enter an amount.'],
  ['1..2', 'Enter an amount such as 100.00.'],
  ['0', 'Enter an amount such as 100.00.'],
  ['1.005', 'TRY has no smaller unit than 0.01.'],
  ['1200.01', 'That is more than can still be refunded: ₺1,200.00.'],
])('refuses the amount "%s", and a missing reason, before it asks', async (text, sentence) => {
  await open();
  fireEvent.change(screen.getByLabelText('Amount (TRY)'), { target: { value: text } });
  submit(/^Refund/);
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(screen.getByText('Give a reason in 1 to 500 characters.')).toBeTruthy();
  expect(callable).not.toHaveBeenCalled();
});

it('asks once for a double click', async () => {
  await open();
  giveReason();
  submit(/^Refund ₺/);
  submit(/^Refund ₺/);
  await waitFor(() => {
    expect(onDone).toHaveBeenCalled();
  });
  expect(callable).toHaveBeenCalledTimes(1);
});

it('asks about the same refund, unchanged, while it is not known whether it was ordered', async () => {
  callable.mockRejectedValueOnce(new CallError('OFFLINE'));
  await open();
  giveReason();
  submit(/^Refund ₺/);
  await screen.findByText(/We do not know yet whether the refund was ordered/);
  expect(screen.getByLabelText<HTMLInputElement>('Amount (TRY)').readOnly).toBe(true);
  submit(/^Refund ₺/);
  await waitFor(() => {
    expect(onDone).toHaveBeenCalled();
  });
  const [first, second] = callable.mock.calls;
  expect(first).toEqual(second);
});

it('says why the gateway declined, in words and in its own, and makes another try another refund', async () => {
  callable.mockRejectedValueOnce(
    new CallError('REFUND_DECLINED', { code: '010', message: 'Yetersiz bakiye' }),
  );
  await open();
  giveReason();
  submit(/^Refund ₺/);
  await screen.findByText(/The shop’s balance at PayTR is too low/);
  expect(screen.getByText('The gateway’s words: 010: Yetersiz bakiye')).toBeTruthy();
  submit(/^Refund ₺/);
  await waitFor(() => {
    expect(onDone).toHaveBeenCalled();
  });
  const [first, second] = callable.mock.calls.map(
    ([, request]) => (request as { requestId: string }).requestId,
  );
  expect(first).not.toBe(second);
});

it('offers only the ways that fit: a bank transfer never goes back through a gateway', async () => {
  await open({ ...paid, gateway: 'bank' });
  expect(screen.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
    'By bank transfer',
    'Into the wallet',
  ]);
});
