import { Text } from '@mantine/core';
import { Fragment } from 'react';

interface CodeTextProps {
  readonly code: string;
  readonly isDimmed?: boolean;
}

/** A name that programs gave, such as `payment_intent.succeeded`; where it must break it does so between its words. */
export function CodeText({ code, isDimmed = false }: CodeTextProps) {
  return (
    <Text size="xs" ff="monospace" {...(isDimmed ? { c: 'dimmed' } : {})}>
      {code.split(/(?<=[._])/).map((word, index) => (
        // The words of one code never change their places.
        <Fragment key={index}>
          {word}
          <wbr />
        </Fragment>
      ))}
    </Text>
  );
}
