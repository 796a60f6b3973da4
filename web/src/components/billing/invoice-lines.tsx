import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../../lib/browser-state';
import { useFormat } from '../../lib/format';
import classes from './invoice-view.module.css';
import { Money } from './money';

type LinesProps = Readonly<Pick<Invoice, 'items' | 'currency'>>;

/** The lines, with VAT per line; on phones one block a line. */
export function InvoiceLines(props: LinesProps) {
  return useIsNarrow() ? <LineBlocks {...props} /> : <LineTable {...props} />;
}

function LineTable({ items, currency }: LinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table className={classes.lines} verticalSpacing="sm" horizontalSpacing="sm">
      <VisuallyHidden component="caption">{t('invoice.linesCaption')}</VisuallyHidden>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('invoice.description')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('invoice.quantity')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('invoice.unitPrice')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('invoice.taxRate')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('invoice.taxAmount')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('invoice.lineTotal')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item, index) => (
          <Table.Tr key={index}>
            <Table.Th scope="row" className={classes.description}>
              {item.description}
            </Table.Th>
            <Table.Td ta="right">{format.quantity(item.quantity)}</Table.Td>
            <Table.Td ta="right">
              <Money amount={item.unitPrice} currency={currency} />
            </Table.Td>
            <Table.Td ta="right">{format.percent(item.taxRate)}</Table.Td>
            <Table.Td ta="right">
              <Money amount={item.taxAmount} currency={currency} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={item.total} currency={currency} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function LineBlocks({ items, currency }: LinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.blocks} aria-label={t('invoice.linesCaption')}>
      {items.map((item, index) => (
        <li key={index} className={classes.block}>
          <div className={classes.pair}>
            <span className={classes.description}>{item.description}</span>
            <Money amount={item.total} currency={currency} />
          </div>
          <span className={classes.detail}>
            {format.quantity(item.quantity)} × <Money amount={item.unitPrice} currency={currency} />
            {' · '}
            {t('invoice.taxRate')} {format.percent(item.taxRate)}:{' '}
            <Money amount={item.taxAmount} currency={currency} />
          </span>
        </li>
      ))}
    </ul>
  );
}
