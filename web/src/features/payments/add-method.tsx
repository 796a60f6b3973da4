import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StripeCheckout } from '../../components/billing/stripe-checkout';
import { ActionProblem } from '../../components/problem';
import { useIsOnline, useOnRestored } from '../../lib/browser-state';
import { useAction } from '../../lib/use-action';
import { setUpMethod } from './manage-methods';

/** Leads to the gateway's page where a card is added; it comes back here by itself. */
export function AddMethod() {
  const { t } = useTranslation();
  const isOnline = useIsOnline();
  // One wish in this window: pressed again after a lost answer, it leads to the same page.
  const [setupId, setSetupId] = useState(() => crypto.randomUUID());
  const [url, setUrl] = useState<string | null>(null);
  const add = useAction(async () => {
    setUrl(await setUpMethod(setupId));
  });
  useOnRestored(() => {
    setUrl(null);
    setSetupId(crypto.randomUUID());
  });
  if (url !== null) return <StripeCheckout url={url} />;
  return (
    <>
      <div>
        <Button
          disabled={!isOnline}
          loading={add.isRunning}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            void add.run();
          }}
        >
          {t('methods.add')}
        </Button>
      </div>
      <ActionProblem error={add.error} />
    </>
  );
}
