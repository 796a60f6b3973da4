import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { paths } from '../../lib/paths';
import { useInvoice } from './use-invoice';

/** An invoice by its number, leading to its page in the console. */
export function InvoiceLink({ invoiceId }: { invoiceId: string }) {
  const live = useInvoice(invoiceId);
  const number = live.status === 'ready' ? live.data?.invoiceNumber : null;
  return (
    <Anchor component={Link} href={paths.consoleInvoice(invoiceId)} size="sm" inherit>
      {number ?? (live.status === 'loading' ? '…' : invoiceId)}
    </Anchor>
  );
}
