import { startOfDay } from '@hyble/billing-functions/src/core/calendar';
import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { PlanChangePreview } from '@hyble/billing-functions/src/schema/subscription';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CallError, call } from '../../lib/callable';
import { invoiceWith, methodWith, planWith, subscriptionWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { CancelDialog } from './cancel-dialog';
import { ChangePreview } from './change-preview';
import { ChangeWayDialog } from './change-way-dialog';
import { StartForm } from './start-form';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
const callable = jest.mocked(call);
const done = jest.fn();
const press = (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
};

beforeEach(() => {
  callable.mockReset();
  done.mockReset();
});

describe('starting', () => {
  const visa = methodWith({ id: 'visa', isDefault: true });
  const start = (override: Partial<Parameters<typeof StartForm>[0]> = {}) =>
    renderInApp(
      <StartForm
        plan={planWith()}
        organizationId={null}
        methods={[visa]}
        balance={0}
        onStarted={done}
        {...override}
      />,
    );

  it('charges the default card, whichever it is, by one press', async () => {
    callable.mockResolvedValue({ subscriptionId: 'sub1', status: 'ACTIVE', invoiceId: 'i' });
    await start();
    press('Aboneliği başlat ve ₺120,00 öde');
    await waitFor(() => {
      expect(done).toHaveBeenCalledWith('sub1');
    });
    expect(callable).toHaveBeenCalledWith('subscription-create', {
      requestId: expect.any(String) as string,
      planId: 'pro',
      organizationId: null,
      trial: true,
      useWallet: false,
    });
  });

  it('says that payment comes next without a card, or by link', async () => {
    await start({ methods: [] });
    expect(screen.getByRole('radio', { name: 'Kart' })).toHaveProperty('checked', true);
    press('Aboneliği başlat; ₺120,00 sonraki sayfada ödenir');
    expect(callable).toHaveBeenCalledWith(
      'subscription-create',
      expect.not.objectContaining({ paymentMethodId: null }),
    );
  });

  it('offers no expired card', async () => {
    await start({ methods: [methodWith({ isDefault: true, expYear: 2020 })] });
    expect(screen.getByRole('radio', { name: 'Visa •••• 4242' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('radio', { name: 'Ödeme bağlantısıyla' })).toHaveProperty('checked', true);
  });

  it('pays at once from a wallet that covers all of it', async () => {
    await start({ methods: [], balance: 12_000 });
    fireEvent.click(screen.getByRole('switch', { name: 'Önce cüzdandan öde (bakiye ₺120,00)' }));
    press('Aboneliği başlat ve ₺120,00 öde');
    expect(callable).toHaveBeenCalledWith(
      'subscription-create',
      expect.objectContaining({ useWallet: true }),
    );
  });

  it('begins a trial without a charge', async () => {
    await start({ plan: planWith({ trialDays: 14 }) });
    expect(screen.getByText(/^Bugün ücret alınmaz/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Ücretsiz denemeyi başlat' })).toBeDefined();
  });

  it('says why it did not begin', async () => {
    callable.mockRejectedValue(new CallError('PLAN_INACTIVE'));
    await start();
    press('Aboneliği başlat ve ₺120,00 öde');
    expect(await screen.findByText('Bu plan artık satılmıyor.')).toBeDefined();
  });
});

describe('changing the plan', () => {
  const larger = planWith({ id: 'max', name: 'Max', price: minorUnits(20_000) });
  const upgrade: PlanChangePreview = {
    effective: 'NOW',
    effectiveAt: '2099-02-20T10:00:00Z',
    currency: 'TRY',
    lines: [
      { description: 'Pro: kullanılmayan', unitPrice: -5_000, taxRate: 20, taxAmount: -1_000, total: -6_000 },
      { description: 'Max', unitPrice: 10_000, taxRate: 20, taxAmount: 2_000, total: 12_000 },
    ],
    taxTotal: 1_000,
    total: 6_000,
    nextTotal: 24_000,
    nextPeriodAt: startOfDay('2099-03-10').toISOString(),
  };
  const show = (subscription = subscriptionWith()) =>
    renderInApp(<ChangePreview subscription={subscription} plan={larger} onChanged={done} />);

  it('shows every amount before it is confirmed, and confirms just that', async () => {
    callable.mockResolvedValueOnce(upgrade).mockResolvedValueOnce({ invoiceId: null });
    await show();
    const due = within(await screen.findByRole('region', { name: 'Bugün ödeyeceğiniz' }));
    expect(due.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      '-₺50,00',
      '₺100,00',
      '₺10,00',
      '₺60,00',
    ]);
    expect(screen.getByText('10.03.2099: ₺240,00')).toBeDefined();
    press('Onayla ve ₺60,00 öde');
    await waitFor(() => {
      expect(done).toHaveBeenCalled();
    });
    expect(callable).toHaveBeenLastCalledWith('subscription-change', {
      subscriptionId: 'subAbCdEf123456',
      planId: 'max',
      confirmedTotal: 6_000,
    });
  });

  it('says when a smaller plan begins, and that nothing is due', async () => {
    callable.mockResolvedValueOnce({
      ...upgrade,
      effective: 'PERIOD_END',
      effectiveAt: startOfDay('2099-03-10').toISOString(),
      lines: [],
      taxTotal: 0,
      total: 0,
    });
    await show();
    expect(
      await screen.findByText('Max 10.03.2099 tarihinde başlar; o güne kadar ödemesi yapılmış Pro sürer.'),
    ).toBeDefined();
    expect(screen.getByRole('button', { name: 'Değişikliği onayla' })).toBeDefined();
  });

  it('shows today’s amounts when yesterday’s were confirmed', async () => {
    callable
      .mockResolvedValueOnce(upgrade)
      .mockRejectedValueOnce(new CallError('PREVIEW_OUTDATED'))
      .mockResolvedValueOnce({ ...upgrade, total: 5_800 });
    await show();
    await screen.findByRole('button', { name: 'Onayla ve ₺60,00 öde' });
    press('Onayla ve ₺60,00 öde');
    expect(await screen.findByRole('button', { name: 'Onayla ve ₺58,00 öde' })).toBeDefined();
    expect(screen.getByRole('alert').textContent).toContain('Tutar, size gösterildikten sonra değişti.');
    expect(done).not.toHaveBeenCalled();
  });

  it('says why the plan cannot be changed', async () => {
    callable.mockRejectedValueOnce(new CallError('SUBSCRIPTION_PAST_DUE'));
    await show();
    expect(
      await screen.findByText('Bu aboneliğin vadesi geçmiş bir faturası var. Önce onu ödeyin.'),
    ).toBeDefined();
  });
});

describe('changing the way of payment', () => {
  const methods = [
    methodWith({ id: 'visa', isDefault: true }),
    methodWith({ id: 'master', brand: 'mastercard' }),
  ];
  const dialog = (override: Partial<Parameters<typeof ChangeWayDialog>[0]> = {}) =>
    renderInApp(
      <ChangeWayDialog
        subscription={subscriptionWith()}
        methods={methods}
        balance={0}
        openInvoice={null}
        onClose={done}
        {...override}
      />,
    );

  it('names a card that is not the default one', async () => {
    callable.mockResolvedValue({ status: 'ACTIVE' });
    await dialog();
    fireEvent.click(await screen.findByRole('radio', { name: 'Mastercard •••• 4242' }));
    press('Kaydet');
    await waitFor(() => {
      expect(done).toHaveBeenCalled();
    });
    expect(callable).toHaveBeenCalledWith('subscription-changePaymentWay', {
      subscriptionId: 'subAbCdEf123456',
      useWallet: false,
      paymentMethodId: 'master',
    });
  });

  it('says that what is due is tried at once, unless it is to be paid by link', async () => {
    await dialog({ openInvoice: invoiceWith() });
    expect(await screen.findByRole('button', { name: 'Kaydet ve ₺1.200,00 öde' })).toBeDefined();
    fireEvent.click(screen.getByRole('radio', { name: 'Ödeme bağlantısıyla' }));
    expect(screen.getByRole('button', { name: 'Kaydet' })).toBeDefined();
  });
});

describe('cancelling', () => {
  it('asks when and why, and says what it means', async () => {
    callable.mockResolvedValue({ status: 'ACTIVE' });
    await renderInApp(<CancelDialog subscription={subscriptionWith()} onClose={done} />);
    await screen.findByRole('dialog');
    press('10.03.2099 tarihinde iptal et');
    expect(screen.getByText('Bir neden seçin.')).toBeDefined();
    fireEvent.click(screen.getByRole('radio', { name: 'Pahalı' }));
    fireEvent.change(screen.getByLabelText('Eklemek istedikleriniz (isteğe bağlı)'), {
      target: { value: 'Çok.' },
    });
    press('10.03.2099 tarihinde iptal et');
    await waitFor(() => {
      expect(done).toHaveBeenCalled();
    });
    expect(callable).toHaveBeenCalledWith('subscription-cancel', {
      subscriptionId: 'subAbCdEf123456',
      when: 'PERIOD_END',
      reason: 'Pahalı: Çok.',
    });
  });

  it('of a service that stands still is possible now only', async () => {
    const suspended = subscriptionWith({ status: 'SUSPENDED', openInvoiceId: 'i' });
    await renderInApp(<CancelDialog subscription={suspended} onClose={done} />);
    await screen.findByRole('dialog');
    expect(screen.queryByRole('radio', { name: 'Şimdi' })).toBeNull();
    expect(screen.getByText(/^Hizmet hemen durur/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Şimdi iptal et' })).toBeDefined();
  });
});
