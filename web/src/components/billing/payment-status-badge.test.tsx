import { paymentStatus } from '@hyble/billing-functions/src/schema/payment';
import { screen } from '@testing-library/react';
import trCommon from '../../lib/i18n/tr/common';
import { renderInApp } from '../../testing/render';
import { PaymentStatusBadge } from './payment-status-badge';

it.each(paymentStatus.options)('says %s by word and icon', async (status) => {
  await renderInApp(<PaymentStatusBadge status={status} />, { locale: 'tr' });
  const chip = screen.getByText(trCommon.paymentStatuses[status]).parentElement;
  expect(chip?.querySelectorAll('svg[aria-hidden=true]')).toHaveLength(1);
});
