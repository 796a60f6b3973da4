import { Skeleton, Stack } from '@mantine/core';

/** The outline of a page that is still on its way. */
export function PageSkeleton() {
  return (
    <Stack gap="lg">
      <Skeleton height={28} width={180} />
      <Skeleton height={40} />
      <Skeleton height={160} />
    </Stack>
  );
}
