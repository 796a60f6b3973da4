/** The name as a mark; its colour is the text's. */
export function Wordmark({ height = 24 }: { height?: number }) {
  return (
    <svg height={height} viewBox="0 0 104 32" role="img" aria-label="Hyble" focusable="false">
      <rect y="2" width="28" height="28" rx="7" fill="var(--mantine-primary-color-filled)" />
      <path d="M9 9v14M19 9v14M9 16h10" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <g fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M38 8v15M38 17.5c0-2.6 1.7-4.3 4.1-4.3s3.9 1.6 3.9 4.2V23" />
        <path d="m51.5 13.5 4.3 9.2M60 13.5l-5 11.6c-.7 1.6-1.7 2.4-3.4 2.4" />
        <path d="M65.5 8v15M65.5 18.1a4.7 4.7 0 1 1 9.4 0 4.7 4.7 0 0 1-9.4 0Z" />
        <path d="M80.8 8v15" />
        <path d="M86.6 17.6h9c0-2.6-1.8-4.5-4.4-4.5a4.8 4.8 0 0 0-4.8 5c0 2.9 2 4.9 5 4.9 1.6 0 2.800-.5 3.700-1.400" />
      </g>
    </svg>
  );
}
