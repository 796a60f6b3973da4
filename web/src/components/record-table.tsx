import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIsNarrow } from '../lib/browser-state';
import classes from './record-table.module.css';

export interface Column<T> {
  readonly key: string;
  readonly label: string;
  /** Null where there is nothing to say: a dash in a table, left out on a card. */
  readonly cell: (row: T) => ReactNode;
  /** Figures stand at the right. */
  readonly isFigure?: true;
  /** On a card beside the first column, without its label: a status, a sum. */
  readonly isHeadline?: true;
  /** On a card under everything else, without its label: buttons, notes. */
  readonly isFooter?: true;
}

interface RecordTableProps<T> {
  readonly caption: string;
  readonly rows: readonly T[];
  /** The first names the row. */
  readonly columns: readonly [Column<T>, ...Column<T>[]];
}

/** Documents as a table; on phones and small tablets as cards. */
export function RecordTable<T extends { readonly id: string }>(props: RecordTableProps<T>) {
  return useIsNarrow('tablet') ? <Cards {...props} /> : <WideTable {...props} />;
}

function WideTable<T extends { readonly id: string }>({ caption, rows, columns }: RecordTableProps<T>) {
  const [name, ...others] = columns;
  const side = ({ isFigure }: Column<T>) => (isFigure ? { ta: 'right' as const } : {});
  return (
    <Table className={classes.table} verticalSpacing="sm" horizontalSpacing="sm">
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column.key} scope="col" {...side(column)}>
              {column.label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Th scope="row">{name.cell(row)}</Table.Th>
            {others.map((column) => (
              <Table.Td key={column.key} {...side(column)}>
                {column.cell(row) ?? '–'}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards<T extends { readonly id: string }>({ caption, rows, columns }: RecordTableProps<T>) {
  const [name, ...others] = columns;
  const isPlain = ({ isHeadline, isFooter }: Column<T>) => !isHeadline && !isFooter;
  return (
    <ul aria-label={caption} className={classes.cards}>
      {rows.map((row) => (
        <li key={row.id} className={classes.card}>
          <div className={classes.line}>
            <span className={classes.name}>{name.cell(row)}</span>
            {others
              .filter(({ isHeadline }) => isHeadline)
              .map(({ key, cell }) => (
                <span key={key}>{cell(row)}</span>
              ))}
          </div>
          <dl className={classes.facts}>
            {others
              .filter(isPlain)
              .map(({ key, label, cell }) => ({ key, label, said: cell(row) }))
              .filter(({ said }) => said !== null)
              .map(({ key, label, said }) => (
                <div key={key} className={classes.line}>
                  <dt>{label}</dt>
                  <dd>{said}</dd>
                </div>
              ))}
          </dl>
          {others
            .filter(({ isFooter }) => isFooter)
            .map(({ key, cell }) => (
              <div key={key} className={classes.footer}>
                {cell(row)}
              </div>
            ))}
        </li>
      ))}
    </ul>
  );
}
