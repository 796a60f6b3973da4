import { invoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { screen } from '@testing-library/react';
import enCommon from '../../lib/i18n/en/common';
import trCommon from '../../lib/i18n/tr/common';
import { renderInApp } from '../../testing/render';
import { InvoiceStatusBadge } from './invoice-status-badge';

const WORDS = { en: enCommon.invoiceStatuses, tr: trCommon.invoiceStatuses };

const everyOne = (['en', 'tr'] as const).flatMap((locale) =>
  invoiceStatus.options.map((status) => [locale, status, WORDS[locale][status]] as const),
);

it.each(everyOne)('%s: says %s by word and icon, not by colour alone', async (locale, status, word) => {
  await renderInApp(<InvoiceStatusBadge status={status} />, { locale });
  const chip = screen.getByText(word).parentElement;
  expect(chip?.querySelectorAll('svg[aria-hidden=true]')).toHaveLength(1);
  expect(document.documentElement.lang).toBe(locale);
});

it('follows an invoice that changes', async () => {
  const { update } = await renderInApp(<InvoiceStatusBadge status="PENDING" />, { locale: 'en' });
  update(<InvoiceStatusBadge status="PAID" />);
  expect(screen.getByText('Paid')).not.toBeNull();
  expect(screen.queryByText('Awaiting payment')).toBeNull();
});

it('looks different for what is late, what waits and what is done', async () => {
  const looks = async (status: 'OVERDUE' | 'PENDING' | 'PAID') => {
    const { container, unmount } = await renderInApp(<InvoiceStatusBadge status={status} />);
    const meaning = container.querySelector('[data-meaning]')?.getAttribute('data-meaning');
    const icon = container.querySelector('svg')?.getAttribute('class');
    unmount();
    return `${meaning ?? ''} ${icon ?? ''}`;
  };
  const all = [await looks('OVERDUE'), await looks('PENDING'), await looks('PAID')];
  expect(new Set(all).size).toBe(3);
});
