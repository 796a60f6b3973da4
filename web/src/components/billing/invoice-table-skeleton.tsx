import { Skeleton, Stack } from '@mantine/core';
import { Delayed } from '../delayed';

/** The table's outline: rows of the height that rows will have. */
export function InvoiceTableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Delayed>
      <Stack gap="xs" pt="sm">
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={38} />
        ))}
      </Stack>
    </Delayed>
  );
}
