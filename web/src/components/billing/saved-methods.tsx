import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/browser-state';
import { expiryOf } from '../../lib/card-expiry';
import type { Stored } from '../../lib/documents';
import { methodName } from '../../lib/method-name';
import { MethodExpiry } from './method-expiry';
import classes from './payment-gateway-switch.module.css';

interface SavedMethodsProps {
  /** In the order in which they are offered. */
  readonly methods: readonly Stored<PaymentMethod>[];
  /** Null for a card that is not kept yet. */
  readonly chosen: string | null;
  readonly onChoose: (paymentMethodId: string | null) => void;
  readonly disabled?: boolean;
  /** False where only a kept card will do. */
  readonly isNewOffered?: boolean;
}

const NEW = 'new';

/**
 * The cards that are kept, and another one; nothing to choose where none is kept. The requirements call it SavedCards;
 * the name is the model's, because a payment method that Stripe keeps may also be a bank account (SEPA).
 */
export function SavedMethods({
  methods,
  chosen,
  onChoose,
  disabled = false,
  isNewOffered = true,
}: SavedMethodsProps) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  if (methods.length === 0) return null;
  return (
    <Radio.Group
      label={t('checkout.savedCards')}
      value={chosen ?? NEW}
      onChange={(value) => {
        onChoose(value === NEW ? null : value);
      }}
    >
      <div className={classes.choices}>
        {methods.map((method) => {
          const isExpired = expiryOf(method, now) === 'expired';
          return (
            <label key={method.id} className={classes.choice} data-off={isExpired || undefined}>
              <Radio
                classNames={{ radio: classes.radio }}
                value={method.id}
                disabled={disabled || isExpired}
                aria-label={methodName(method)}
              />
              <span className={classes.words}>
                <Text component="span" size="sm" fw={500}>
                  {methodName(method)}
                </Text>
                <MethodExpiry method={method} />
              </span>
            </label>
          );
        })}
        {isNewOffered && (
          <label className={classes.choice}>
            <Radio
              classNames={{ radio: classes.radio }}
              value={NEW}
              disabled={disabled}
              aria-label={t('checkout.otherCard')}
            />
            <Text component="span" size="sm" fw={500}>
              {t('checkout.otherCard')}
            </Text>
          </label>
        )}
      </div>
    </Radio.Group>
  );
}
