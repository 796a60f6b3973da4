import { Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PayWay } from '../../lib/pay-ways';
import classes from './payment-gateway-switch.module.css';

interface PaymentGatewaySwitchProps<Way extends PayWay> {
  /** Those that take the currency, the preferred one first. */
  readonly ways: readonly Way[];
  readonly chosen: Way;
  readonly onChoose: (way: Way) => void;
  readonly disabled?: boolean;
}

/** Offers the choice between gateways by what each does; where only one takes the currency there is none. */
export function PaymentGatewaySwitch<Way extends PayWay>({
  ways,
  chosen,
  onChoose,
  disabled = false,
}: PaymentGatewaySwitchProps<Way>) {
  const { t } = useTranslation();
  if (ways.length < 2) return null;
  return (
    <Radio.Group
      label={t('checkout.method')}
      value={chosen}
      onChange={(value) => {
        const way = ways.find((name) => name === value);
        if (way !== undefined) onChoose(way);
      }}
    >
      <div className={classes.choices}>
        {ways.map((way) => (
          <label key={way} className={classes.choice}>
            <Radio
              classNames={{ radio: classes.radio }}
              value={way}
              disabled={disabled}
              aria-label={t(`checkout.ways.${way}.name`)}
            />
            <span className={classes.words}>
              <Text component="span" size="sm" fw={500}>
                {t(`checkout.ways.${way}.name`)}
              </Text>
              <Text component="span" size="xs" c="dimmed">
                {t(`checkout.ways.${way}.hint`)}
              </Text>
            </span>
          </label>
        ))}
      </div>
    </Radio.Group>
  );
}
