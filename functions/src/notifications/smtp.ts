import { createHash } from 'node:crypto';
import type { Transporter } from 'nodemailer';
import { createTransport } from 'nodemailer';
import type { MailServer } from './config';
import type { MailOutcome, TakenMail } from './rules/delivery';

/** A server that does not answer is given up before the function and its lease end. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

let open: { readonly key: string; readonly transport: Transporter } | null = null;

/**
 * Hands a mail to the mail server. Its Message-ID is always the same for the same mail, so that one that is sent again,
 * since the answer got lost, is recognized by mail programs as the one they have.
 */
export async function sendBySmtp(
  server: MailServer,
  { mailId, to, message }: TakenMail,
): Promise<MailOutcome> {
  try {
    const sent = (await transportTo(server).sendMail({
      from: server.from,
      // Not as text, in which an address could have another one behind a comma or a line.
      to: to.map((address) => ({ name: '', address })),
      ...message,
      messageId: messageIdOf(server, mailId),
      // Nobody's absence note answers a machine (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    })) as { messageId: string; response: string };
    const { messageId, response } = sent;
    return { kind: 'SENT', messageId, response };
  } catch (error) {
    const { message: words, ...answer } = failureOf(error);
    return { kind: 'FAILED', error: words, isFinal: isRefusal(answer) };
  }
}

/** Kept as long as the instance lives, as long as the settings are the same. */
function transportTo(server: MailServer): Transporter {
  const key = JSON.stringify(server);
  if (open?.key === key) return open.transport;
  const { host, port, security, login } = server;
  const transport: Transporter = createTransport({
    host,
    port,
    secure: security === 'TLS',
    requireTLS: security === 'STARTTLS',
    ignoreTLS: security === 'NONE',
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    ...PATIENCE,
    // A mail has nothing to fetch from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  open = { key, transport };
  return transport;
}

function messageIdOf({ from }: MailServer, mailId: string): string {
  const domain = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  const digest = createHash('sha256').update(mailId).digest('hex').slice(0, 32);
  return `<${digest}@${domain}>`;
}

/** What the client tells of a failure, besides words: its own code, and the server's of three digits. */
interface Failure {
  readonly message: string;
  readonly code: unknown;
  readonly responseCode: unknown;
}

function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null) {
    return { message: String(error), code: undefined, responseCode: undefined };
  }
  const { message, code, responseCode } = error as Partial<Failure>;
  return { message: message ?? 'The mail server gave no reason', code, responseCode };
}

/**
 * Whether the server will never take it: a permanent answer (RFC 5321, 5xx) to the mail itself. One to our sign-in is
 * about our settings, which somebody can mend.
 */
function isRefusal({ code, responseCode }: Omit<Failure, 'message'>): boolean {
  const isPermanent = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  return isPermanent && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
