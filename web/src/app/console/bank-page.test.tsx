import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { InvoiceChoice } from '../../features/finance/match-dialog';
import { useBankTransactions } from '../../features/finance/use-bank-transactions';
import { CallError, call } from '../../lib/callable';
import type { Stored } from '../../lib/documents';
import { bankLineWith, invoiceWith } from '../../testing/factories';
import { live } from '../../testing/live-states';
import { renderInApp } from '../../testing/render';
import BankPage from './bank-page';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
jest.mock('../../features/finance/use-bank-transactions', () => ({ useBankTransactions: jest.fn() }));
jest.mock('../../features/invoices/invoice-link', () => ({
  InvoiceLink: ({ invoiceId }: { invoiceId: string }) => <a href={invoiceId}>{invoiceId}</a>,
}));
// The real one asks Firestore; this one offers one invoice.
const mockInvoice: { current: Stored<Invoice> | null } = { current: null };
jest.mock('../../features/invoices/invoice-picker', () => ({
  InvoicePicker: ({ onChoose, error }: InvoiceChoice) => (
    <>
      <button
        type="button"
        onClick={() => {
          onChoose(mockInvoice.current === null ? [] : [mockInvoice.current]);
        }}
      >
        pick
      </button>
      {error}
    </>
  ),
}));
const lines = jest.mocked(useBankTransactions);
const callable = jest.mocked(call);

beforeEach(() => {
  callable.mockReset();
  lines.mockReset().mockReturnValue(live.rows(bankLineWith()));
  mockInvoice.current = invoiceWith();
});

const open = (path = '/console/bank') => renderInApp(<BankPage />, { locale: 'en', path });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => {
  fireEvent.click(button(name));
};
const OF_LINE = '₺1,200.00, Ayşe Yıldız';

describe('the list', () => {
  it('keeps its place while it loads', async () => {
    lines.mockReturnValue(live.loading);
    await open();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByText('No bank line waits for you.')).toBeNull();
    expect(button('Import statement')).toBeTruthy();
  });

  it('says that it could not be loaded, and tries again', async () => {
    const retry = jest.fn();
    lines.mockReturnValue(live.failed(retry));
    await open();
    expect(screen.getByRole('alert').textContent).toContain('This could not be loaded.');
    press('Try again');
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['/console/bank', 'OPEN', 'No bank line waits for you.'],
    ['/console/bank?status=MATCHED', 'MATCHED', 'No bank line has been matched yet.'],
    ['/console/bank?status=DISMISSED', 'DISMISSED', 'No bank line has been dismissed.'],
  ])('%s that is empty has words of its own', async (path, status, words) => {
    lines.mockReturnValue(live.rows());
    await open(path);
    expect(lines).toHaveBeenLastCalledWith(status);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('shows who paid, what they wrote, and the invoice that it may pay', async () => {
    await open();
    const [, row] = screen.getAllByRole('row');
    if (row === undefined) throw new Error('one line, one row');
    expect(within(row).getByText('HYB-202611-0042 ödemesi')).toBeTruthy();
    expect(within(row).getByText('₺1,200.00')).toBeTruthy();
    expect(within(row).getByRole('link', { name: 'invoice-1' })).toBeTruthy();
    expect(within(row).getByText('number and amount fit')).toBeTruthy();
  });

  it('leads from a matched line to its payment', async () => {
    lines.mockReturnValue(live.rows(bankLineWith({ status: 'MATCHED', paymentId: 'p1' })));
    await open('/console/bank?status=MATCHED');
    expect(screen.getByRole('link', { name: 'Open payment' }).getAttribute('href')).toBe(
      '/console/payments/p1',
    );
    expect(screen.queryByRole('button', { name: /^Dismiss/ })).toBeNull();
  });

  it('is cards on a phone, and loads more', async () => {
    const more = jest.fn();
    lines.mockReturnValue(live.more(more, bankLineWith()));
    await renderInApp(<BankPage />, { width: 375, locale: 'en' });
    expect(screen.getByRole('list', { name: 'Open bank lines' }).children).toHaveLength(1);
    press('Load more');
    expect(more).toHaveBeenCalledTimes(1);
  });
});

describe('a line', () => {
  it('is matched as proposed, once for a double click', async () => {
    callable.mockResolvedValue({ paymentId: 'p', creditedToWallet: 0 });
    await open();
    press(`Confirm: ${OF_LINE}`);
    press(`Confirm: ${OF_LINE}`);
    await waitFor(() => {
      expect(button(`Confirm: ${OF_LINE}`).hasAttribute('data-loading')).toBe(false);
    });
    expect(callable.mock.calls).toEqual([
      ['finance-matchBankTransaction', { bankTransactionId: 'line-1', invoiceIds: ['invoice-1'] }],
    ]);
  });

  it('says why it cannot be matched as proposed', async () => {
    callable.mockRejectedValue(new CallError('BANK_TRANSACTION_SETTLED'));
    await open();
    press(`Confirm: ${OF_LINE}`);
    expect((await screen.findByRole('alert')).textContent).toContain('BANK_TRANSACTION_SETTLED');
  });

  it('without a proposal offers no confirmation', async () => {
    lines.mockReturnValue(live.rows(bankLineWith({ proposal: null, payer: null })));
    await open();
    expect(screen.getByText('No invoice fits')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Confirm/ })).toBeNull();
    expect(button('Choose invoices: ₺1,200.00, Payer not named')).toBeTruthy();
  });

  it('is dismissed with a reason', async () => {
    callable.mockResolvedValue({});
    await open();
    press(`Dismiss: ${OF_LINE}`);
    const dialog = within(screen.getByRole('dialog', { name: 'Dismiss this bank line?' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Dismiss line' }));
    expect(dialog.getByText('Give a reason in 1 to 500 characters.')).toBeTruthy();
    expect(callable).not.toHaveBeenCalled();
    fireEvent.change(dialog.getByLabelText(/^Reason/), { target: { value: ' Paid-in capital ' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Dismiss line' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(callable.mock.calls).toEqual([
      ['finance-dismissBankTransaction', { bankTransactionId: 'line-1', reason: 'Paid-in capital' }],
    ]);
  });
});

describe('choosing invoices', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: 'Which invoices does this pay?' }));
  const submit = () => {
    fireEvent.click(dialog().getByRole('button', { name: 'Match ₺1,200.00' }));
  };

  it('asks for one before it matches, then matches and closes', async () => {
    callable.mockResolvedValue({ paymentId: 'p', creditedToWallet: 0 });
    await open();
    press(`Other invoices: ${OF_LINE}`);
    submit();
    expect(dialog().getByText('Choose at least one invoice.')).toBeTruthy();
    expect(callable).not.toHaveBeenCalled();
    fireEvent.click(dialog().getByRole('button', { name: 'pick' }));
    expect(dialog().getByRole('status').textContent).toBe('Due on these: ₺1,200.00 ');
    submit();
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(callable.mock.calls).toEqual([
      ['finance-matchBankTransaction', { bankTransactionId: 'line-1', invoiceIds: ['invoice-1'] }],
    ]);
  });

  it.each([
    [100_000, '₺200.00 more than is due; it goes into the customer’s wallet.'],
    [150_000, '₺300.00 stays due.'],
  ])('says what becomes of the rest where %i is due', async (amountDue, words) => {
    mockInvoice.current = invoiceWith({ amountDue: minorUnits(amountDue) });
    await open();
    press(`Other invoices: ${OF_LINE}`);
    fireEvent.click(dialog().getByRole('button', { name: 'pick' }));
    expect(dialog().getByRole('status').textContent).toContain(words);
  });

  it('keeps what was chosen when it fails', async () => {
    callable.mockRejectedValue(new CallError('INVOICE_CANCELLED'));
    await open();
    press(`Other invoices: ${OF_LINE}`);
    fireEvent.click(dialog().getByRole('button', { name: 'pick' }));
    submit();
    expect((await dialog().findByRole('alert')).textContent).toContain('INVOICE_CANCELLED');
    expect(dialog().getByRole('status').textContent).toContain('₺1,200.00');
  });
});

describe('importing a statement', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: 'Import a bank statement' }));
  const submit = () => {
    fireEvent.click(dialog().getByRole('button', { name: 'Import' }));
  };
  const choose = (name: string, content = 'Tarih;Tutar\n') => {
    const input = document.querySelector('input[type=file]');
    if (input === null) throw new Error('The dialog takes a file');
    const file = new File([content], name);
    // The test browser's files have no content to read.
    file.arrayBuffer = () => Promise.resolve(new TextEncoder().encode(content).buffer);
    fireEvent.change(input, { target: { files: [file] } });
  };

  it('asks for a file', async () => {
    await open();
    press('Import statement');
    submit();
    expect(dialog().getByText('Choose a file.')).toBeTruthy();
    expect(callable).not.toHaveBeenCalled();
  });

  it('sends a CSV file with what it may not say, and tells what came of it', async () => {
    callable.mockResolvedValue({ imported: 2, known: 1, skipped: 3 });
    await open();
    press('Import statement');
    choose('kasim.csv');
    fireEvent.change(dialog().getByLabelText('Account (IBAN)'), { target: { value: 'TR33 0006' } });
    submit();
    await screen.findByText('2 new lines imported');
    expect(screen.getByText('Known already: 1. Not incoming money: 3.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(callable.mock.calls).toEqual([
      [
        'finance-importBankStatement',
        { format: 'CSV', content: 'Tarih;Tutar\n', account: 'TR330006', currency: 'TRY' },
      ],
    ]);
  });

  it('asks an XML file for nothing more', async () => {
    callable.mockResolvedValue({ imported: 0, known: 4, skipped: 0 });
    await open();
    press('Import statement');
    choose('statement.xml', '<Document/>');
    expect(dialog().queryByLabelText('Account (IBAN)')).toBeNull();
    submit();
    await screen.findByText('No new line in this file');
    expect(callable.mock.calls[0]?.[1]).toEqual({ format: 'CAMT053', content: '<Document/>' });
  });

  it('refuses a file that is too large, without sending it', async () => {
    await open();
    press('Import statement');
    choose('year.csv', 'x'.repeat(2_000_001));
    submit();
    expect(await dialog().findByText(/larger than 2 million characters/)).toBeTruthy();
    expect(callable).not.toHaveBeenCalled();
  });

  it.each([
    [
      'en',
      'Import statement',
      'Import',
      'The bank statement cannot be read: in row 7 the date cannot be read.',
    ],
    ['tr', 'Ekstre yükle', 'Yükle', 'Banka ekstresi okunamadı: 7. satırdaki tarih okunamıyor.'],
  ] as const)('says in %s where a file cannot be read', async (locale, begin, send, words) => {
    callable.mockRejectedValue(new CallError('STATEMENT_UNREADABLE', { problem: 'ROW_DATE', row: 7 }));
    await renderInApp(<BankPage />, { locale });
    press(begin);
    choose('kasim.csv');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: send }));
    expect((await screen.findByRole('alert')).textContent).toContain(words);
  });
});
