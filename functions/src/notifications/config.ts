import { params, secrets } from '../platform/params';

/** How mails reach a mail server. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS: from the first byte. STARTTLS: before anything is said. NONE: a server on this machine. */
  readonly security: 'TLS' | 'STARTTLS' | 'NONE';
  /** Null for a server that asks nobody who they are. */
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: string;
}

/** A setting of the mail server is missing or no value of it; names the setting, never its value. */
export class MailSettingsError extends Error {
  override readonly name = 'MailSettingsError';
  constructor(readonly code: string) {
    super(`${code} is missing or wrong`);
  }
}

/**
 * The mail server of this deployment; null when it has none, and mails are the extension's to send, or nobody's.
 * @throws MailSettingsError instead of trying with half of the settings: an empty password first of all.
 */
export function mailServer(): MailServer | null {
  const host = params.smtpHost.value().trim();
  if (host === '') return null;
  const port = Number(params.smtpPort.value());
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new MailSettingsError('SMTP_PORT');
  const from = params.mailFrom.value().trim();
  if (!from.includes('@')) throw new MailSettingsError('MAIL_FROM');
  return { host, port, security: securityOf(params.smtpSecurity.value()), login: login(), from };
}

function securityOf(setting: string): MailServer['security'] {
  if (setting === 'tls') return 'TLS';
  if (setting === 'starttls') return 'STARTTLS';
  if (setting === 'none') return 'NONE';
  throw new MailSettingsError('SMTP_SECURITY');
}

function login(): MailServer['login'] {
  const user = params.smtpUser.value().trim();
  if (user === '') return null;
  const password = secrets.smtpPassword.value();
  if (password.trim() === '') throw new MailSettingsError('SMTP_PASSWORD');
  return { user, password };
}
