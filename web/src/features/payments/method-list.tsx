import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MethodExpiry } from '../../components/billing/method-expiry';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { methodName } from '../../lib/method-name';
import { useAction } from '../../lib/use-action';
import { makeDefault } from './manage-methods';
import classes from './method-list.module.css';
import { onDemand } from '../../lib/on-demand';

// Dialogs are heavy, and few cards are ever removed.
const RemoveMethodDialog = onDemand(async () => ({
  default: (await import('./remove-method-dialog')).RemoveMethodDialog,
}));

/** The kept cards with what can be done with each. */
export function MethodList({ methods }: { methods: readonly Stored<PaymentMethod>[] }) {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState<Stored<PaymentMethod> | null>(null);
  return (
    <>
      <ul aria-label={t('methods.caption')} className={classes.list}>
        {methods.map((method) => (
          <MethodRow
            key={method.id}
            method={method}
            onRemove={() => {
              setRemoving(method);
            }}
          />
        ))}
      </ul>
      {removing !== null && (
        <RemoveMethodDialog
          key={removing.id}
          method={removing}
          onClose={() => {
            setRemoving(null);
          }}
        />
      )}
    </>
  );
}

function MethodRow({ method, onRemove }: { method: Stored<PaymentMethod>; onRemove: () => void }) {
  const { t } = useTranslation();
  const choose = useAction(makeDefault);
  const name = methodName(method);
  return (
    <li className={classes.row}>
      <div className={classes.method}>
        <IconCreditCard size={24} stroke={1.5} aria-hidden />
        <div className={classes.words}>
          <Group gap="xs">
            <Text fw={500}>{name}</Text>
            {method.isDefault && (
              <Badge tt="none" radius="sm" className={classes.default}>
                {t('methods.default')}
              </Badge>
            )}
          </Group>
          <Group gap="xs">
            <Text size="xs" c="dimmed">
              {t(`gateways.${method.gateway}`)}
            </Text>
            <MethodExpiry method={method} />
          </Group>
        </div>
      </div>
      <Group gap="xs">
        {!method.isDefault && (
          <Button
            variant="default"
            size="xs"
            loading={choose.isRunning}
            aria-label={t('methods.makeDefaultOf', { name })}
            onClick={() => {
              void choose.run(method);
            }}
          >
            {t('methods.makeDefault')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="red"
          c="var(--mantine-color-error)"
          size="xs"
          aria-label={t('methods.removeOf', { name })}
          onClick={onRemove}
        >
          {t('methods.remove')}
        </Button>
      </Group>
      <div className={classes.problem}>
        <ActionProblem error={choose.error} />
      </div>
    </li>
  );
}
