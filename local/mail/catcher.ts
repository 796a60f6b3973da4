import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { HOST } from '../tools/ports';
import { mailPages } from './pages';

/** A mail as it arrived. */
export interface CaughtMail {
  /** Counts up from 1. */
  readonly id: number;
  readonly arrivedAt: Date;
  readonly messageId: string;
  readonly from: string;
  /** The addresses that the sender named to the server, not those in the mail's own lines. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Empty when the mail has no HTML. */
  readonly html: string;
}

/** What the server says to a mail instead of taking it. */
export interface Refusal {
  /** 4xx: try again later; 5xx: never. */
  readonly code: number;
  readonly text: string;
}

/** A mail server that delivers to nobody, and its web page. */
export interface MailCatcher {
  readonly smtpPort: number;
  /** Where the mails are shown. */
  readonly url: string;
  readonly mails: readonly CaughtMail[];
  /** The next mails are refused, one for each refusal. */
  refuse(...refusals: readonly Refusal[]): void;
  /** The next mail is taken, but the connection breaks before the sender hears of it. */
  hangUpAfterNext(): void;
  close(): Promise<void>;
}

export interface MailCatcherOptions {
  /** 0, the default, takes a free port. */
  readonly smtpPort?: number;
  readonly webPort?: number;
  /** Makes senders sign in. */
  readonly login?: { readonly user: string; readonly password: string };
}

/** A page of more would be read by nobody; the oldest go first. */
const MOST = 1_000;

/** Starts the mail server and its page on this machine; what it has caught is gone when it closes. */
export async function startMailCatcher({
  smtpPort = 0,
  webPort = 0,
  login,
}: MailCatcherOptions = {}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const arrivals = new EventEmitter().setMaxListeners(0);
  const refusals: Refusal[] = [];
  let isHangingUp = false;
  let count = 0;

  const smtp = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, answer) => {
      if (username === login?.user && password === login?.password) answer(null, { user: username });
      else answer(Object.assign(new Error('Wrong user name or password'), { responseCode: 535 }));
    },
    onData: (stream, session, answer) => {
      const { envelope } = session;
      simpleParser(stream, {}).then(
        (parsed) => {
          const refusal = refusals.shift();
          if (refusal !== undefined) {
            answer(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
            return;
          }
          count += 1;
          const mail: CaughtMail = {
            id: count,
            arrivedAt: new Date(),
            messageId: parsed.messageId ?? '',
            from: parsed.from?.text ?? '',
            to: envelope.rcptTo.map(({ address }) => address),
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
            html: typeof parsed.html === 'string' ? parsed.html : '',
          };
          mails.push(mail);
          if (mails.length > MOST) mails.shift();
          arrivals.emit('mail', mail);
          if (isHangingUp) {
            isHangingUp = false;
            // The library keeps its connections in a set that its types do not name.
            for (const connection of (smtp as unknown as { connections: Set<{ close(): void }> }).connections)
              connection.close();
            return;
          }
          answer();
        },
        (error: unknown) => {
          answer(error instanceof Error ? error : new Error('The mail cannot be read'));
        },
      );
    },
  });
  // A sender that hangs up is no reason to end.
  smtp.on('error', () => undefined);
  const smtpServer = smtp.listen(smtpPort, HOST);
  await once(smtpServer, 'listening');

  const web: Server = mailPages(mails, arrivals).listen(webPort, HOST);
  await once(web, 'listening');
  return {
    smtpPort: (smtpServer.address() as AddressInfo).port,
    url: `http://${HOST}:${(web.address() as AddressInfo).port}`,
    mails,
    refuse: (...more) => {
      refusals.push(...more);
    },
    hangUpAfterNext: () => {
      isHangingUp = true;
    },
    close: async () => {
      web.close();
      web.closeAllConnections();
      await new Promise<void>((resolve) => {
        smtp.close(resolve);
      });
    },
  };
}
