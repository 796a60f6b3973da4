import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { fireEvent, screen, within } from '@testing-library/react';
import { planWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { PlanPicker } from './plan-picker';

const plans = [
  planWith(),
  planWith({ id: 'start', name: 'Başlangıç', price: minorUnits(5_000), trialDays: 14, features: [] }),
  planWith({ id: 'pro-year', billingPeriod: 'annually', price: minorUnits(100_000) }),
  planWith({ id: 'pro-eur', currency: 'EUR', price: minorUnits(500) }),
];
const ready = (data = plans) => ({ status: 'ready' as const, data });
const hrefOf = (planId: string) => `/to/${planId}`;

const names = () =>
  within(screen.getByRole('list', { name: 'Seçilebilecek planlar' }))
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent);

it('shows nothing while it loads, at first', async () => {
  const { container } = await renderInApp(<PlanPicker plans={{ status: 'loading' }} hrefOf={hrefOf} />);
  expect(container.querySelector('ul')).toBeNull();
});

it('keeps the place of the plans when loading takes long enough to notice', async () => {
  await renderInApp(<PlanPicker plans={{ status: 'loading' }} hrefOf={hrefOf} />, { locale: 'en' });
  expect(screen.queryByText('Loading…')).toBeNull();
  expect(await screen.findByText('Loading…')).not.toBeNull();
});

it('says what failed, and tries again', async () => {
  const retry = jest.fn();
  await renderInApp(<PlanPicker plans={{ status: 'failed', problem: 'OFFLINE', retry }} hrefOf={hrefOf} />);
  fireEvent.click(screen.getByRole('button', { name: 'Tekrar dene' }));
  expect(retry).toHaveBeenCalled();
});

it('says that nothing is on sale', async () => {
  await renderInApp(<PlanPicker plans={ready([])} hrefOf={hrefOf} />);
  expect(screen.getByText('Şu anda satışta plan yok.')).toBeDefined();
});

it('offers the plans of one currency and period, the cheapest first, with VAT in the price', async () => {
  await renderInApp(<PlanPicker plans={ready()} hrefOf={hrefOf} currency="TRY" />);
  expect(names()).toEqual(['Başlangıç', 'Pro']);
  expect(screen.getByText('aylık ₺120,00')).toBeDefined();
  expect(screen.getByText('KDV hariç ₺100,00, KDV %20')).toBeDefined();
  expect(screen.getByText('14 gün ücretsiz deneme')).toBeDefined();
  expect(screen.getByRole('list', { name: 'Pro planının içeriği' }).textContent).toBe('2 vCPU4 GB');
  expect(screen.getByRole('link', { name: 'Pro planını seç' }).getAttribute('href')).toBe('/to/pro');
});

it('switches to years, and says what a year saves', async () => {
  await renderInApp(<PlanPicker plans={ready()} hrefOf={hrefOf} currency="TRY" />);
  fireEvent.click(screen.getByRole('radio', { name: 'Yıllık' }));
  expect(names()).toEqual(['Pro']);
  expect(screen.getByText('yıllık ₺1.200,00')).toBeDefined();
  expect(screen.getByText('Aylık ödemeye göre yılda ₺240,00 tasarruf edersiniz.')).toBeDefined();
});

it('switches the currency; where there is one of something there is no switch', async () => {
  await renderInApp(<PlanPicker plans={ready()} hrefOf={hrefOf} currency="TRY" />);
  fireEvent.click(screen.getByRole('radio', { name: 'EUR' }));
  expect(names()).toEqual(['Pro']);
  expect(screen.getByText('aylık €6,00')).toBeDefined();
  expect(screen.queryByRole('radio', { name: 'Yıllık' })).toBeNull();
});

it('marks the plan that the customer has, and begins with its period', async () => {
  const current = { planId: 'pro-year', billingPeriod: 'annually' as const };
  await renderInApp(<PlanPicker plans={ready()} hrefOf={hrefOf} currency="TRY" current={current} />);
  expect(screen.getByText('Planınız')).toBeDefined();
  expect(screen.queryByRole('link')).toBeNull();
});

it('leads back to the plan that the customer has, when another was to replace it', async () => {
  const current = { planId: 'pro', billingPeriod: 'monthly' as const };
  await renderInApp(
    <PlanPicker plans={ready()} hrefOf={hrefOf} currency="TRY" current={current} leadsBack />,
  );
  expect(screen.getByRole('link', { name: 'Pro planını seç' })).toBeDefined();
});

it.each([
  ['en', 1, '1 day free to try'],
  ['en', 14, '14 days free to try'],
  ['tr', 1, '1 gün ücretsiz deneme'],
] as const)('%s: counts a trial of %i', async (locale, trialDays, words) => {
  await renderInApp(<PlanPicker plans={ready([planWith({ trialDays })])} hrefOf={hrefOf} />, { locale });
  expect(screen.getByText(words)).not.toBeNull();
});

it('names VAT nowhere where there is none', async () => {
  const { container } = await renderInApp(
    <PlanPicker plans={ready([planWith({ taxRate: 0 })])} hrefOf={hrefOf} />,
    { locale: 'en' },
  );
  expect(screen.getByText('₺100.00 a month')).not.toBeNull();
  expect(screen.getByText('No VAT')).not.toBeNull();
  expect(container.textContent).not.toContain('%');
});

it('follows the plans on sale', async () => {
  const { update } = await renderInApp(<PlanPicker plans={ready([planWith()])} hrefOf={hrefOf} />);
  update(
    <PlanPicker
      plans={ready([planWith(), planWith({ id: 'b', name: 'Yeni', price: minorUnits(20_000) })])}
      hrefOf={hrefOf}
    />,
  );
  expect(names()).toEqual(['Pro', 'Yeni']);
});
