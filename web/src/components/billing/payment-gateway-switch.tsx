import type { GatewayName } from '@hyble/billing-functions/src/schema/payment';
import { Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './payment-gateway-switch.module.css';

interface PaymentGatewaySwitchProps {
  /** Those that take the currency, the preferred one first. */
  readonly gateways: readonly GatewayName[];
  readonly chosen: GatewayName;
  readonly onChoose: (gateway: GatewayName) => void;
  readonly disabled?: boolean;
}

/** Offers the choice between gateways by what each does; where only one takes the currency there is none. */
export function PaymentGatewaySwitch({
  gateways,
  chosen,
  onChoose,
  disabled = false,
}: PaymentGatewaySwitchProps) {
  const { t } = useTranslation();
  if (gateways.length < 2) return null;
  return (
    <Radio.Group
      label={t('checkout.method')}
      value={chosen}
      onChange={(value) => {
        const gateway = gateways.find((name) => name === value);
        if (gateway !== undefined) onChoose(gateway);
      }}
    >
      <div className={classes.choices}>
        {gateways.map((gateway) => (
          <label key={gateway} className={classes.choice}>
            <Radio
              classNames={{ radio: classes.radio }}
              value={gateway}
              disabled={disabled}
              aria-label={t(`checkout.gateways.${gateway}.name`)}
            />
            <span className={classes.words}>
              <Text component="span" size="sm" fw={500}>
                {t(`checkout.gateways.${gateway}.name`)}
              </Text>
              <Text component="span" size="xs" c="dimmed">
                {t(`checkout.gateways.${gateway}.hint`)}
              </Text>
            </span>
          </label>
        ))}
      </div>
    </Radio.Group>
  );
}
