import '../testing/environment';
import { invoice } from '../index';
import { clock } from '../platform/clock';
import { firestore } from '../platform/firestore';
import type { InvoicePage } from '../schema/invoice';
import { admin, call, finance, refusal, signedIn } from '../testing/calls';
import { anOrganization, aUser } from '../testing/factories';
import { aDraft, anIssuedInvoice, checkEverything, NOW, seed } from '../testing/world';

const db = firestore();
const owner = signedIn('owner');
const member = signedIn('member');
const stranger = signedIn('stranger');
const withoutProfile = signedIn('nobody');

/** Newest first. */
let ofOwner: string[];
let draft: string;
let ofOrganization: string;

beforeAll(async () => {
  await seed(db, {
    'users/owner': aUser({ organizationIds: ['org-1'] }),
    'users/member': aUser({ organizationIds: ['org-1'] }),
    'users/stranger': aUser({ organizationIds: ['org-2'] }),
    'organizations/org-1': anOrganization({ memberIds: ['owner', 'member'] }),
  });
  // One a minute, so that the order is known.
  let minute = 0;
  jest.spyOn(clock, 'now').mockImplementation(() => new Date(NOW.getTime() + minute * 60_000));
  ofOwner = [];
  for (; minute < 5; minute += 1) ofOwner.unshift(await anIssuedInvoice('owner'));
  draft = await aDraft('owner');
  minute += 1;
  ofOrganization = await anIssuedInvoice('owner', { organizationId: 'org-1' });
});
afterAll(checkEverything);

describe('get', () => {
  test('answers dates as text', async () => {
    const answer = await call(invoice.get, { invoiceId: ofOrganization }, owner);
    expect(answer).toMatchObject({
      id: ofOrganization,
      status: 'PENDING',
      issueDate: '2026-03-10T10:06:05.000Z',
      dueDate: '2030-12-30T21:00:00.000Z',
      paidAt: null,
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  const invoices = { issued: () => ofOwner[0], draft: () => draft, organization: () => ofOrganization };
  test.each<[string, ReturnType<typeof signedIn>, (keyof typeof invoices)[]]>([
    ['the owner', owner, ['issued', 'organization']],
    ['a member', member, ['organization']],
    ['a stranger', stranger, []],
    ['a user without a profile', withoutProfile, []],
    ['finance', finance, ['issued', 'draft', 'organization']],
    ['an admin', admin, ['issued', 'draft', 'organization']],
  ])('%s', async (_who, caller, visible) => {
    for (const [name, idOf] of Object.entries(invoices)) {
      const answer = call(invoice.get, { invoiceId: idOf() }, caller);
      if (visible.includes(name as keyof typeof invoices)) expect((await answer).id).toBe(idOf());
      // Hidden and missing look alike.
      else expect(await refusal(answer)).toMatchObject({ status: 'not-found', code: 'INVOICE_NOT_FOUND' });
    }
  });

  test('an invoice that does not exist', async () => {
    expect(await refusal(call(invoice.get, { invoiceId: 'none' }, owner))).toMatchObject({
      code: 'INVOICE_NOT_FOUND',
      facts: { invoiceId: 'none' },
    });
  });

  test.each(['', 'a/b', '../x', 'x'.repeat(129)])(
    'the id %p is refused before anything is read',
    async (id) => {
      expect(await refusal(call(invoice.get, { invoiceId: id }, owner))).toMatchObject({
        code: 'INVALID_REQUEST',
      });
    },
  );

  test('nobody who is not signed in', async () => {
    expect(await refusal(call(invoice.get, { invoiceId: 'x' }, undefined))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('list', () => {
  const ids = ({ invoices }: InvoicePage) => invoices.map(({ id }) => id);

  test('a customer’s own, issued ones only, newest first', async () => {
    expect(ids(await call(invoice.list, {}, owner))).toEqual([ofOrganization, ...ofOwner]);
  });

  test('an organization’s, for its members', async () => {
    const asked = { organizationId: 'org-1' };
    expect(ids(await call(invoice.list, asked, owner))).toEqual([ofOrganization]);
    expect(ids(await call(invoice.list, asked, member))).toEqual([ofOrganization]);
    expect(ids(await call(invoice.list, {}, member))).toEqual([]);
  });

  test('everybody’s with drafts, for finance', async () => {
    expect(new Set(ids(await call(invoice.list, {}, finance)))).toEqual(
      new Set([ofOrganization, draft, ...ofOwner]),
    );
    expect(ids(await call(invoice.list, { userId: 'stranger' }, finance))).toEqual([]);
    expect(ids(await call(invoice.list, { status: 'DRAFT' }, finance))).toEqual([draft]);
  });

  test.each([
    ['somebody else’s', owner, { userId: 'stranger' }],
    ['another organization’s', owner, { organizationId: 'org-2' }],
    ['an organization’s, as a stranger', stranger, { organizationId: 'org-1' }],
    ['an organization’s, without a profile', withoutProfile, { organizationId: 'org-1' }],
    ['somebody else’s in one’s own organization', member, { userId: 'owner', organizationId: 'org-1' }],
  ])('%s is refused', async (_edge, caller, asked) => {
    expect(await refusal(call(invoice.list, asked, caller))).toMatchObject({ code: 'PERMISSION_DENIED' });
  });

  test('page by page, each invoice once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const asked: object = { limit: 2, ...(cursor === null ? {} : { cursor }) };
      const page: InvoicePage = await call(invoice.list, asked, owner);
      seen.push(...ids(page));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect(seen).toEqual([ofOrganization, ...ofOwner]);
    expect(pages).toBe(3);
  });

  test('a page that ends with the last invoice has no next one', async () => {
    expect((await call(invoice.list, { limit: 6 }, owner)).nextCursor).toBeNull();
  });

  test.each([{ limit: 0 }, { limit: 101 }, { status: 'OPEN' }, { cursor: 'a/b' }, { page: 2 }])(
    '%p is refused',
    async (asked) => {
      expect(await refusal(call(invoice.list, asked, owner))).toMatchObject({ code: 'INVALID_REQUEST' });
    },
  );
});
