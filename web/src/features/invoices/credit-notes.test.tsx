import { fireEvent, screen, waitFor } from '@testing-library/react';
import { CallError } from '../../lib/callable';
import { creditNoteWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { CreditNotes } from './credit-notes';
import { downloadCreditNote } from './download-pdf';

jest.mock('./download-pdf', () => ({ downloadCreditNote: jest.fn() }));
const download = jest.mocked(downloadCreditNote);

it('is not there for an invoice without any', async () => {
  await renderInApp(<CreditNotes notes={[]} />);
  expect(screen.queryByRole('heading')).toBeNull();
});

it('names number, day, reason and what it takes off, newest first', async () => {
  const notes = [
    creditNoteWith({ id: 'old', creditNoteNumber: 'HYC-1', issueDate: new Date('2026-11-01') }),
    creditNoteWith({ reason: 'Fazla saat yazılmış' }),
  ];
  await renderInApp(<CreditNotes notes={notes} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'HYC-202611-0003-₺100,0020.11.2026Fazla saat yazılmışPDF',
    'HYC-1-₺100,0001.11.2026PDF',
  ]);
});

it('saves the PDF, and says when that fails', async () => {
  download.mockRejectedValueOnce(new CallError('CREDIT_NOTE_NOT_FOUND'));
  await renderInApp(<CreditNotes notes={[creditNoteWith()]} />, { locale: 'en' });
  fireEvent.click(screen.getByRole('button', { name: 'PDF of credit note HYC-202611-0003' }));
  await screen.findByRole('alert');
  expect(download).toHaveBeenCalledWith('credit-note-1', 'HYC-202611-0003');
  download.mockResolvedValueOnce();
  fireEvent.click(screen.getByRole('button', { name: 'PDF of credit note HYC-202611-0003' }));
  await waitFor(() => {
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
