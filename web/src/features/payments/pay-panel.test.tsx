import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CallError, call } from '../../lib/callable';
import { DeploymentContext } from '../../lib/deployment';
import { invoiceWith, methodWith, paymentWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { PayPanel } from './pay-panel';
import type { Payer } from './pay-panel';
import { startCheckout } from './start-checkout';

jest.mock('./start-checkout', () => ({
  ...jest.requireActual<object>('./start-checkout'),
  startCheckout: jest.fn(),
}));
jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
const start = jest.mocked(startCheckout);
const callable = jest.mocked(call);

const payButton = (name = '₺1.200,00 öde') => screen.getByRole('button', { name });
const frame = {
  kind: 'IFRAME' as const,
  method: 'card' as const,
  url: 'https://paytr.example/t',
  expiresAt: new Date('2099-01-01'),
};
const never = new Promise<never>(() => undefined);
const onPaid = jest.fn();
const wallet = (balance: number) => ({ balance: minorUnits(balance) });
const held = { paymentId: 'part', amount: minorUnits(20_000), status: 'HELD' as const };

const panel = ({
  invoices = [invoiceWith()],
  payments = [],
  ...payer
}: Partial<Payer> & {
  invoices?: ReturnType<typeof invoiceWith>[];
  payments?: ReturnType<typeof paymentWith>[];
} = {}) => (
  <PayPanel
    invoices={invoices}
    payments={payments}
    payer={{ uid: 'ayse', country: 'TR', wallet: null, methods: [], ...payer }}
    onPaid={onPaid}
  />
);

/** What the server was asked for last, without the attempt's id. */
const wish = () => start.mock.calls.at(-1)?.[1];

beforeEach(() => {
  start.mockReset().mockReturnValue(never);
  callable.mockReset();
  onPaid.mockReset();
});

it('asks for one attempt however fast the button is clicked', async () => {
  await renderInApp(panel());
  const button = payButton();
  fireEvent.click(button);
  fireEvent.click(button);
  expect(start).toHaveBeenCalledTimes(1);
  expect(screen.getByText('Güvenli ödeme sayfası hazırlanıyor…')).not.toBeNull();
});

it('shows the form until its payment ends, whatever the form itself shows', async () => {
  start.mockResolvedValue({ paymentId: 'payment-1', ...frame });
  const { update } = await renderInApp(panel());
  fireEvent.click(payButton());
  await screen.findByTitle('Güvenli ödeme formu');
  update(panel({ payments: [paymentWith()] }));
  expect(screen.getByTitle('Güvenli ödeme formu')).not.toBeNull();
  update(panel({ payments: [paymentWith({ status: 'FAILED', failureReason: 'FUNDS' })] }));
  expect(screen.queryByTitle('Güvenli ödeme formu')).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain('Kart limiti veya bakiyesi yetersiz.');
  expect(payButton()).not.toBeNull();
});

it.each([
  ['without an answer, the same attempt is continued', 'GATEWAY_RESULT_UNKNOWN', true],
  ['after a refusal, another attempt begins', 'GATEWAY_DECLINED', false],
] as const)('%s', async (_, code, isSame) => {
  start.mockRejectedValue(new CallError(code));
  await renderInApp(panel());
  fireEvent.click(payButton());
  await screen.findByRole('alert');
  fireEvent.click(payButton());
  await waitFor(() => {
    expect(start).toHaveBeenCalledTimes(2);
  });
  const [first, second] = start.mock.calls.map(([attemptId]) => attemptId);
  expect(first === second).toBe(isSame);
  await screen.findByRole('alert');
});

it('asks the gateway that the customer chose', async () => {
  await renderInApp(panel());
  fireEvent.click(screen.getByRole('radio', { name: 'Yurt dışı kartı (Stripe)' }));
  fireEvent.click(payButton());
  expect(wish()).toEqual({
    invoiceIds: ['invoice-1'],
    amount: 120_000,
    useWallet: false,
    saveMethod: false,
    gateway: 'stripe',
  });
});

describe('a card that PayTR keeps', () => {
  const keeping = () => <DeploymentContext value={{ keepsCardsAtPaytr: true }}>{panel()}</DeploymentContext>;
  const form = {
    ...frame,
    kind: 'CARD_FORM' as const,
    url: 'https://www.paytr.com/odeme',
    fields: { merchant_oid: 'HYB1', store_card: '1' },
    paymentId: 'payment-1',
  };
  const saveBox = 'Bu kartı sonraki ödemeler için kaydet';
  const type = (label: string, value: string) => {
    fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
  };

  it('is not offered unless the deployment keeps cards there', async () => {
    await renderInApp(panel());
    expect(screen.queryByRole('checkbox', { name: saveBox })).toBeNull();
  });

  it('is posted by the browser to PayTR alone, with the fields that the server has signed', async () => {
    start.mockResolvedValue(form);
    await renderInApp(keeping());
    fireEvent.click(screen.getByRole('checkbox', { name: saveBox }));
    expect(screen.queryByRole('group', { name: /taksit/i })).toBeNull();
    fireEvent.click(payButton());
    expect(wish()).toMatchObject({ saveMethod: true, gateway: 'paytr' });

    const card = await screen.findByRole<HTMLFormElement>('form', { name: 'Kaydedilecek kartla ödeme' });
    expect([card.method, card.action]).toEqual(['post', form.url]);
    // Nothing that is typed here may go elsewhere by itself.
    for (const input of within(card).getAllByRole('textbox')) expect(input.getAttribute('name')).toBeNull();
    const isSent = () => fireEvent.submit(card);
    expect(isSent()).toBe(false);
    expect(screen.getByText('Bu bir kart numarası değil; rakamları kontrol edin.')).not.toBeNull();

    type('Kart üzerindeki ad', 'Ayşe Yılmaz');
    type('Kart numarası', '4355 0843 5508 4358');
    type('Son kullanma (ay/yıl)', '12/30');
    type('Güvenlik kodu (CVV)', '000');
    const posted = [...card.querySelectorAll<HTMLInputElement>('input[name]')];
    expect(Object.fromEntries(posted.map(({ name, value }) => [name, value]))).toEqual({
      ...form.fields,
      cc_owner: 'Ayşe Yılmaz',
      card_number: '4355084355084358',
      expiry_month: '12',
      expiry_year: '30',
      cvv: '000',
    });
    expect(isSent()).toBe(true);
  });

  it('of an attempt that was left is not gone back to, but given up', async () => {
    const session = { kind: form.kind, method: form.method, url: form.url, expiresAt: form.expiresAt };
    const checkout = { ...session, gatewayCheckoutId: 'HYB1' };
    await renderInApp(panel({ payments: [paymentWith({ checkout })] }));
    expect(screen.queryByRole('button', { name: 'Devam et' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Bu ödemeden vazgeç' })).not.toBeNull();
  });
});

it.each([
  ['PayTR first in Turkey', 'TR', 'EUR', ['paytr', 'stripe']],
  ['PayTR first for lira, a transfer last', 'DE', 'TRY', ['paytr', 'stripe', 'bankTransfer']],
  ['Stripe first elsewhere', 'DE', 'EUR', ['stripe', 'paytr']],
  ['no choice where only Stripe takes the currency', 'TR', 'JPY', []],
])('offers %s', async (_, country, currency, gateways) => {
  await renderInApp(panel({ invoices: [invoiceWith({ currency })], country }));
  expect(screen.queryAllByRole<HTMLInputElement>('radio').map(({ value }) => value)).toEqual(gateways);
});

it('hides the button while money is on its way', async () => {
  await renderInApp(panel({ payments: [paymentWith({ status: 'PROCESSING' })] }));
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('Ödemeniz doğrulanıyor.')).not.toBeNull();
});

it('pays nothing while offline', async () => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await renderInApp(panel());
  expect(payButton().hasAttribute('disabled')).toBe(true);
  jest.restoreAllMocks();
});

describe('an open attempt', () => {
  it('can be continued, and nothing else be begun beside it', async () => {
    await renderInApp(panel({ payments: [paymentWith()] }));
    expect(screen.queryByRole('button', { name: /öde$/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Devam et' }));
    expect(start).not.toHaveBeenCalled();
    expect(screen.getByTitle('Güvenli ödeme formu').getAttribute('src')).toBe(paymentWith().checkout?.url);
    fireEvent.click(screen.getByRole('button', { name: 'Ödemeden geri dön' }));
    expect(screen.getByText('Devam eden bir ödemeniz var.')).not.toBeNull();
  });

  it('can be given up, and then the wallet part is told to be back', async () => {
    callable.mockResolvedValue({ status: 'FAILED' });
    const { update } = await renderInApp(panel({ payments: [paymentWith({ walletPart: held })] }));
    expect(screen.getByText('Cüzdanınızdan bu ödeme için ayrılan: ₺200,00.')).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Bu ödemeden vazgeç' }));
    await waitFor(() => {
      expect(callable).toHaveBeenCalledWith('payment-abandon', { paymentId: 'payment-1' });
    });
    const walletPart = { ...held, status: 'RELEASED' as const };
    update(panel({ payments: [paymentWith({ status: 'FAILED', failureReason: 'ABANDONED', walletPart })] }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText(/₺200,00 cüzdanınıza iade edildi/)).not.toBeNull();
    expect(payButton()).not.toBeNull();
  });

  it('says why it cannot be given up', async () => {
    callable.mockRejectedValue(new CallError('PAYMENT_PROCESSING'));
    await renderInApp(panel({ payments: [paymentWith()] }), { locale: 'en' });
    fireEvent.click(screen.getByRole('button', { name: 'Give up this payment' }));
    expect((await screen.findByRole('alert')).textContent).toContain('A payment is already under way.');
  });

  it('of a colleague is told, and does not stand in the way', async () => {
    await renderInApp(panel({ payments: [paymentWith({ userId: 'omer' })] }));
    expect(screen.getByText(/Kuruluşunuzdan biri ₺1\.200,00 tutarında/)).not.toBeNull();
    expect(payButton()).not.toBeNull();
  });
});

describe('a bank transfer', () => {
  const transfer = { ...frame, method: 'bankTransfer' as const, expiresAt: new Date('2099-01-08T12:00:00Z') };
  const checkout = { ...transfer, gatewayCheckoutId: 'order1' };

  it('is asked for as such, and its form speaks of no card', async () => {
    start.mockResolvedValue({ paymentId: 'payment-1', ...transfer });
    await renderInApp(panel({ wallet: wallet(20_000) }));
    fireEvent.click(screen.getByRole('radio', { name: 'Havale/EFT (PayTR)' }));
    fireEvent.click(screen.getByRole('switch'));
    expect(screen.getByRole('region', { name: 'Ödemenin dağılımı' }).textContent).toContain(
      'Cüzdandan₺200,00Havale/EFT ile₺1.000,00Toplam₺1.200,00',
    );
    expect(screen.queryByRole('button', { name: 'Taksit seçeneklerini gör' })).toBeNull();
    fireEvent.click(payButton());
    expect(wish()).toEqual({
      invoiceIds: ['invoice-1'],
      amount: 120_000,
      useWallet: true,
      saveMethod: false,
      gateway: 'paytr',
      method: 'bankTransfer',
    });
    await screen.findByTitle('Havale/EFT formu');
    expect(screen.getByText('Ödemenin beklendiği son gün: 08.01.2099.')).not.toBeNull();
    expect(screen.queryByText(/3D Secure/)).toBeNull();
  });

  it('is awaited until it arrives; its form can be opened again, and it can be given up', async () => {
    const { update } = await renderInApp(panel({ payments: [paymentWith({ checkout })] }));
    expect(screen.getByRole('heading', { name: 'Havale/EFT ödemeniz bekleniyor.' })).not.toBeNull();
    expect(screen.getByText(/Lütfen tekrar ödeme yapmayın/)).not.toBeNull();
    expect(screen.queryByRole('button', { name: /öde$/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Bu ödemeden vazgeç' })).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Hesap bilgileri ve form' }));
    fireEvent.click(screen.getByRole('button', { name: 'Formu kapat' }));
    update(panel({ payments: [paymentWith({ status: 'FAILED', failureReason: 'TRANSFER_MISSING' })] }));
    expect(screen.getByRole('alert').textContent).toContain('Havale/EFT ödemeniz bulunamadı.');
    expect(payButton()).not.toBeNull();
  });
});

describe('another amount', () => {
  const amountField = () => screen.getByLabelText('Tutar (TRY)');

  it('is named by the button, sent, and can be taken back', async () => {
    await renderInApp(panel());
    fireEvent.click(screen.getByRole('button', { name: 'Başka bir tutar' }));
    fireEvent.change(amountField(), { target: { value: '450,50' } });
    fireEvent.click(payButton('₺450,50 öde'));
    expect(wish()).toMatchObject({ amount: 45_050 });
  });

  it.each([
    ['', 'Bir tutar girin.'],
    ['12,345', '100,00 gibi bir tutar girin.'],
    ['0', '100,00 gibi bir tutar girin.'],
    ['1200,01', 'Kalan tutardan fazla. En çok: ₺1.200,00.'],
  ])('%j is refused in place', async (typed, words) => {
    await renderInApp(panel());
    fireEvent.click(screen.getByRole('button', { name: 'Başka bir tutar' }));
    fireEvent.change(amountField(), { target: { value: typed } });
    fireEvent.click(payButton('Öde'));
    expect(screen.getByText(words)).not.toBeNull();
    expect(start).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Tamamı' }));
    expect(payButton()).not.toBeNull();
  });
});

describe('the wallet', () => {
  const walletSwitch = () => screen.getByRole('switch', { name: /Cüzdan bakiyesini kullan/ });

  it('is not offered while there is nothing in it', async () => {
    await renderInApp(panel({ wallet: wallet(0) }));
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('pays a part, and the split is shown before', async () => {
    await renderInApp(panel({ wallet: wallet(20_000) }));
    fireEvent.click(walletSwitch());
    const split = screen.getByRole('region', { name: 'Ödemenin dağılımı' });
    expect(split.textContent).toContain('Cüzdandan₺200,00Karttan₺1.000,00Toplam₺1.200,00');
    fireEvent.click(payButton());
    expect(wish()).toMatchObject({ amount: 120_000, useWallet: true });
  });

  it('pays all of it at once, with no card and no gateway to choose', async () => {
    start.mockResolvedValue({ kind: 'SETTLED', paymentId: 'payment-1', status: 'SUCCEEDED' });
    await renderInApp(panel({ wallet: wallet(500_000), methods: [methodWith({ isDefault: true })] }));
    fireEvent.click(walletSwitch());
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('Tamamı cüzdandan ödenir; kart gerekmez.')).not.toBeNull();
    fireEvent.click(payButton());
    await waitFor(() => {
      expect(onPaid).toHaveBeenCalledWith('payment-1');
    });
    expect(wish()).not.toHaveProperty('paymentMethodId');
  });

  it('keeps showing what was asked for while its part leaves the balance', async () => {
    const { update } = await renderInApp(panel({ wallet: wallet(20_000) }));
    fireEvent.click(walletSwitch());
    fireEvent.click(payButton());
    update(panel({ wallet: wallet(0), payments: [paymentWith({ checkout: null, walletPart: held })] }));
    expect(screen.getByRole('region', { name: 'Ödemenin dağılımı' }).textContent).toContain('₺200,00');
  });
});

describe('kept cards', () => {
  const methods = [methodWith({ id: 'stripe_old', lastFour: '1881' }), methodWith({ isDefault: true })];

  it('come first, the default one chosen', async () => {
    await renderInApp(panel({ methods }));
    const cards = within(await screen.findByRole('radiogroup', { name: 'Kayıtlı kartlar' }));
    expect(
      cards.getAllByRole<HTMLInputElement>('radio').map((radio) => [radio.value, radio.checked]),
    ).toEqual([
      ['stripe_pm_1', true],
      ['stripe_old', false],
      ['new', false],
    ]);
    fireEvent.click(payButton());
    expect(wish()).toMatchObject({ paymentMethodId: 'stripe_pm_1', gateway: 'stripe', saveMethod: false });
  });

  it.each([
    ['SUCCEEDED', true],
    ['PROCESSING', true],
    ['PENDING', true],
    ['FAILED', false],
  ] as const)('a charge that is %s leads on: %s', async (status, leadsOn) => {
    start.mockResolvedValue({ kind: 'CHARGED', paymentId: 'payment-1', status });
    await renderInApp(panel({ methods }));
    fireEvent.click(payButton());
    await waitFor(() => {
      expect(payButton().hasAttribute('data-loading')).toBe(false);
    });
    expect(onPaid.mock.calls).toEqual(leadsOn ? [['payment-1']] : []);
  });

  it('give way to another card, which can be kept at Stripe', async () => {
    await renderInApp(panel({ methods }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Başka bir kart' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Yurt dışı kartı (Stripe)' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Bu kartı sonraki ödemeler için kaydet' }));
    fireEvent.click(payButton());
    expect(wish()).toMatchObject({ gateway: 'stripe', saveMethod: true });
    expect(wish()).not.toHaveProperty('paymentMethodId');
  });

  it('that have expired cannot be chosen', async () => {
    await renderInApp(panel({ methods: [methodWith({ isDefault: true, expYear: 2020 })] }));
    const card = await screen.findByRole<HTMLInputElement>('radio', { name: 'Visa •••• 4242' });
    expect([card.disabled, card.checked]).toEqual([true, false]);
    expect(screen.getByText('12/20 · Süresi doldu')).not.toBeNull();
  });
});

describe('instalments', () => {
  const plan = (count: number, total: number) => ({
    count,
    total: minorUnits(total),
    surcharge: minorUnits(total - 120_000),
    monthly: minorUnits(total / count),
    last: minorUnits(total / count),
  });
  const offer = {
    currency: 'TRY',
    amount: minorUnits(120_000),
    card: null,
    programmes: [{ programme: 'bonus', plans: [plan(1, 120_000), plan(3, 123_600)] }],
  };

  it('are asked for when wanted, and the choice caps the form', async () => {
    callable.mockResolvedValue(offer);
    await renderInApp(panel());
    expect(callable).not.toHaveBeenCalled();
    fireEvent.click(await screen.findByRole('button', { name: 'Taksit seçeneklerini gör' }));
    fireEvent.click(await screen.findByRole('radio', { name: '3 taksit' }));
    expect(callable).toHaveBeenCalledWith('payment-installments', {
      invoiceIds: ['invoice-1'],
      amount: 120_000,
      useWallet: false,
    });
    fireEvent.click(payButton());
    expect(wish()).toMatchObject({ gateway: 'paytr', maxInstallment: 3 });
  });

  it('count as shown, a single payment first, also after a look at the other gateway', async () => {
    callable.mockResolvedValue(offer);
    await renderInApp(panel());
    fireEvent.click(await screen.findByRole('button', { name: 'Taksit seçeneklerini gör' }));
    await screen.findByRole('radio', { name: '3 taksit' });
    fireEvent.click(screen.getByRole('radio', { name: 'Yurt dışı kartı (Stripe)' }));
    expect(screen.queryByRole('table')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Kart, taksit seçenekleriyle (PayTR)' }));
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'Tek çekim' })).checked).toBe(true);
    fireEvent.click(payButton());
    expect(wish()).toMatchObject({ maxInstallment: 1 });
  });

  it('follow the first digits of the card', async () => {
    callable.mockResolvedValue(offer);
    await renderInApp(panel());
    fireEvent.click(await screen.findByRole('button', { name: 'Taksit seçeneklerini gör' }));
    const field = await screen.findByLabelText('Kartın ilk 6 veya 8 hanesi (isteğe bağlı)');
    fireEvent.change(field, { target: { value: '5406 67' } });
    await waitFor(() => {
      expect(callable).toHaveBeenLastCalledWith(
        'payment-installments',
        expect.objectContaining({ bin: '540667' }),
      );
    });
    await screen.findByRole('radio', { name: '3 taksit' });
  });

  it('that cannot be asked for do not stand in the way', async () => {
    callable.mockRejectedValue(new CallError('GATEWAY_UNAVAILABLE'));
    await renderInApp(panel());
    fireEvent.click(await screen.findByRole('button', { name: 'Taksit seçeneklerini gör' }));
    await screen.findByRole('alert');
    fireEvent.click(payButton());
    expect(wish()).not.toHaveProperty('maxInstallment');
  });

  it('are PayTR’s, in lira', async () => {
    await renderInApp(panel({ invoices: [invoiceWith({ currency: 'EUR' })] }));
    expect(screen.queryByRole('button', { name: /Taksit/ })).toBeNull();
  });
});

it('pays several invoices together', async () => {
  const invoices = [invoiceWith(), invoiceWith({ id: 'invoice-2', amountDue: minorUnits(30_000) })];
  await renderInApp(panel({ invoices }));
  fireEvent.click(payButton('₺1.500,00 öde'));
  expect(wish()).toMatchObject({ invoiceIds: ['invoice-1', 'invoice-2'], amount: 150_000 });
});

it('tells what failed within a day, and older failures in the history alone', async () => {
  const failedAt = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000);
  const failed = (hoursAgo: number) =>
    paymentWith({ status: 'FAILED', failureReason: 'FUNDS', failedAt: failedAt(hoursAgo) });
  const { update } = await renderInApp(panel({ payments: [failed(23)] }));
  expect(screen.getByRole('alert')).not.toBeNull();
  update(panel({ payments: [failed(25)] }));
  expect(screen.queryByRole('alert')).toBeNull();
});
