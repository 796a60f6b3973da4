import {
  IconCreditCard,
  IconFileInvoice,
  IconLayoutDashboard,
  IconReceipt,
  IconRefresh,
  IconUser,
  IconWallet,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isFramed } from '../../lib/framed';
import { paths } from '../../lib/paths';
import { Shell } from './shell';

/** The customer's navigation; none in a frame, which stands on a page that has it already. */
export function PortalShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  if (isFramed) return <main>{children}</main>;
  return (
    <Shell
      sections={[
        { href: paths.overview, label: t('overviewTitle'), icon: IconLayoutDashboard },
        { href: paths.invoices, label: t('invoices.title'), icon: IconFileInvoice },
        { href: paths.subscriptions, label: t('subscriptions'), icon: IconRefresh },
        { href: paths.payments, label: t('paymentsPage.title'), icon: IconReceipt },
        { href: paths.wallet, label: t('wallet.title'), icon: IconWallet },
        { href: paths.paymentMethods, label: t('methods.title'), icon: IconCreditCard },
        { href: paths.profile, label: t('profileTitle'), icon: IconUser },
      ]}
    >
      {children}
    </Shell>
  );
}
