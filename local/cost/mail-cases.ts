import { sendDueMails } from '../../functions/src/notifications/send-due-mails';
import { sendMail } from '../../functions/src/notifications/send-mail';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import { aCustomer, seed } from '../../functions/src/testing/world';
import type { MailCatcher } from '../mail/catcher';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';

const now = () => new Date();

async function aMail(delivery: object = {}): Promise<void> {
  const message = { subject: 'Konu', text: 'Metin', html: '<p>Metin</p>' };
  const mail = { toUids: [await aCustomer()], message, createdAt: now(), updatedAt: now(), ...delivery };
  await seed(firestore(), { [paths.mail('mail-1')]: mail });
}

/** A try that failed, and whose next one is due. */
const failed = {
  delivery: {
    state: 'RETRY',
    startTime: new Date(0),
    endTime: new Date(0),
    leaseExpireTime: new Date(0),
    attempts: 1,
    error: '451',
  },
};

function throughServer({ smtpPort }: MailCatcher): void {
  Object.assign(process.env, {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtpPort),
    SMTP_SECURITY: 'none',
    MAIL_FROM: 'fatura@hyble.example',
  });
}

/** What our own sender costs; where the extension sends, its reads and writes are its own. */
export const mailCases = (server: MailCatcher): readonly CostCase[] => [
  ...casesOf('triggers.sendMail', {
    'without a mail server': async () => {
      await aMail();
      process.env.SMTP_HOST = '';
      return () => sendMail(firestore(), 'mail-1', now);
    },
    sent: async () => {
      await aMail();
      throughServer(server);
      return () => sendMail(firestore(), 'mail-1', now);
    },
  }),
  ...casesOf('scheduled.sendMails', {
    'nothing is due': () => {
      throughServer(server);
      return Promise.resolve(() => sendDueMails(firestore(), now));
    },
    'one is due again': async () => {
      await aMail(failed);
      throughServer(server);
      return () => sendDueMails(firestore(), now);
    },
  }),
];
