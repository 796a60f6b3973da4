import { takesCurrency } from '@hyble/billing-functions/src/payments/rules/choose-gateway';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/browser-state';
import { expiryOf } from '../../lib/card-expiry';
import type { Stored } from '../../lib/documents';
import { isPayable } from '../../lib/invoice-state';
import { ChargeDialog } from './charge-dialog';
import { inOrder, usePaymentMethods } from './use-payment-methods';

/** Offers to charge a card that the customer has saved; nothing where there is none, or nothing to charge. */
export function ChargeButton({ invoice }: { invoice: Stored<Invoice> }) {
  const { t } = useTranslation('console');
  const now = useNow(60_000);
  const [isOpen, setIsOpen] = useState(false);
  const { currency, processingPaymentIds, userId } = invoice;
  const isDue = isPayable(invoice) && processingPaymentIds.length === 0;
  const live = usePaymentMethods(isDue || isOpen ? userId : null);
  const methods = inOrder(live.status === 'ready' ? live.data : []).filter(
    (method) => takesCurrency(method.gateway, currency) && expiryOf(method, now) !== 'expired',
  );
  const [first] = methods;
  return (
    <>
      {isDue && first !== undefined && (
        <Button
          variant="default"
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {t('charge.open')}
        </Button>
      )}
      {isOpen && first !== undefined && (
        <ChargeDialog
          invoice={invoice}
          methods={methods}
          first={first}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
