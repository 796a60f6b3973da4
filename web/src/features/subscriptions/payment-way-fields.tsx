import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { Anchor, Radio, Stack, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { MethodExpiry } from '../../components/billing/method-expiry';
import classes from '../../components/billing/payment-gateway-switch.module.css';
import { useNow } from '../../lib/browser-state';
import { expiryOf } from '../../lib/card-expiry';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { methodName } from '../../lib/method-name';
import { paths } from '../../lib/paths';
import { CARD, LINK } from './payment-way';
import type { WayChoice } from './payment-way';

export interface WayFieldsProps {
  /** Kept cards that take the currency, in the order in which they are offered. */
  readonly methods: readonly Stored<PaymentMethod>[];
  readonly choice: WayChoice;
  readonly onChoose: (choice: WayChoice) => void;
  readonly useWallet: boolean;
  readonly onUseWallet: (useWallet: boolean) => void;
  /** Of the wallet in this currency, in minor units. */
  readonly balance: number;
  readonly currency: string;
  readonly disabled?: boolean;
}

/** How a subscription is paid: by a kept card, or by the link in each invoice's mail; the wallet first or not. */
export function PaymentWayFields(props: WayFieldsProps) {
  const { methods, choice, onChoose, useWallet, onUseWallet, balance, currency, disabled = false } = props;
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const now = useNow(60_000);
  const isDefaultToCome = methods.every(({ isDefault }) => !isDefault);
  return (
    <Stack gap="md">
      <Radio.Group label={t('way.title')} value={choice} onChange={onChoose}>
        <div className={classes.choices}>
          {methods.map((method) => (
            <Choice
              key={method.id}
              value={method.id}
              name={methodName(method)}
              isOff={disabled || expiryOf(method, now) === 'expired'}
            >
              {method.isDefault && (
                <Text component="span" size="xs" c="dimmed">
                  {t('way.defaultCard')}
                </Text>
              )}
              <MethodExpiry method={method} />
            </Choice>
          ))}
          {isDefaultToCome && (
            <Choice value={CARD} name={t('way.card')} isOff={disabled}>
              <Text component="span" size="xs" c="dimmed">
                {t('way.cardHint')}
              </Text>
            </Choice>
          )}
          <Choice value={LINK} name={t('way.link')} isOff={disabled}>
            <Text component="span" size="xs" c="dimmed">
              {t('way.linkHint')}
            </Text>
          </Choice>
        </div>
      </Radio.Group>
      <Anchor component={Link} href={paths.paymentMethods} size="sm">
        {t('way.addCard')}
      </Anchor>
      {(balance > 0 || useWallet) && (
        <Switch
          checked={useWallet}
          disabled={disabled}
          label={t('way.useWallet', { balance: format.money(balance, currency) })}
          onChange={(event) => {
            onUseWallet(event.currentTarget.checked);
          }}
        />
      )}
    </Stack>
  );
}

interface ChoiceProps {
  readonly value: WayChoice;
  readonly name: string;
  readonly isOff: boolean;
  readonly children: ReactNode;
}

function Choice({ value, name, isOff, children }: ChoiceProps) {
  return (
    <label className={classes.choice} data-off={isOff || undefined}>
      <Radio classNames={{ radio: classes.radio }} value={value} disabled={isOff} aria-label={name} />
      <span className={classes.words}>
        <Text component="span" size="sm" fw={500}>
          {name}
        </Text>
        {children}
      </span>
    </label>
  );
}
