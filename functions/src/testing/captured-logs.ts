/** What the functions logged, kept instead of printed: a green run says nothing, and tests can read the lines. */
export const capturedLogs: { level: string; message: string; fields: unknown }[] = [];

const mockLines = capturedLogs;

jest.mock('firebase-functions/logger', () =>
  Object.fromEntries(
    ['debug', 'info', 'log', 'warn', 'error'].map((level) => [
      level,
      (message: string, fields: unknown) => {
        mockLines.push({ level, message, fields });
      },
    ]),
  ),
);
