import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import classes from './selection-bar.module.css';
import type { ChosenInvoices } from './use-invoice-selection';

/** How many invoices are chosen and what they come to, with the way to pay them; nothing while none is. */
export function SelectionBar({ chosen, due, clear }: Omit<ChosenInvoices, 'selection'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = chosen;
  if (first === undefined) return null;
  const sum = format.money(due, first.currency);
  return (
    <div className={classes.bar} role="region" aria-label={t('invoices.selection')}>
      <div className={classes.chosen}>
        <Text size="sm" fw={500} role="status">
          {t('invoices.chosen', { count: chosen.length, amount: sum })}
        </Text>
        <Button variant="subtle" size="compact-sm" c="var(--mantine-color-anchor)" onClick={clear}>
          {t('invoices.clearSelection')}
        </Button>
      </div>
      <Button component={Link} href={paths.pay(chosen.map(({ id }) => id))} className={classes.pay}>
        {t('invoices.paySelected', { amount: sum })}
      </Button>
    </div>
  );
}
