import { mayPayInvoice, mayReadCreditNote, mayReadInvoice } from './invoice-access';

const issueDate = new Date('2026-03-05T09:30:00Z');
const reader = (uid: string, role: 'finance' | 'admin' | null = null, organizationIds: string[] = []) => ({
  uid,
  role,
  organizationIds,
});

test.each([
  ['the owner', reader('user-1'), null, true, true, false],
  ['a stranger', reader('user-2'), null, false, false, false],
  ['a member of its organization', reader('user-2', null, ['org-1']), 'org-1', true, true, false],
  ['a member of another organization', reader('user-2', null, ['org-2']), 'org-1', false, false, false],
  ['a member, when it is no organization’s', reader('user-2', null, ['org-1']), null, false, false, false],
  ['finance', reader('user-2', 'finance'), null, false, true, true],
  ['an admin', reader('user-2', 'admin'), null, false, true, true],
  ['an owner who is staff', reader('user-1', 'finance'), null, true, true, true],
])('%s', (_who, who, organizationId, pays, readsIssued, readsDraft) => {
  const invoice = { userId: 'user-1', organizationId, issueDate };
  expect(mayPayInvoice(invoice, who)).toBe(pays);
  expect(mayReadInvoice(invoice, who)).toBe(readsIssued);
  expect(mayReadCreditNote(invoice, who)).toBe(readsIssued);
  expect(mayReadInvoice({ ...invoice, issueDate: null }, who)).toBe(readsDraft);
});
