import '../../functions/src/testing/environment';
import { sendDueMails } from '../../functions/src/notifications/send-due-mails';
import { sendMail } from '../../functions/src/notifications/send-mail';
import { firestore, fromFirestore } from '../../functions/src/platform/firestore';
import { randomId } from '../../functions/src/platform/random-id';
import type { MailDelivery } from '../../functions/src/schema/mail';
import { paths } from '../../functions/src/schema/paths';
import { capturedLogs } from '../../functions/src/testing/captured-logs';
import { countCalls } from '../../functions/src/testing/count-calls';
import { aUser } from '../../functions/src/testing/factories';
import { aCustomer, seed } from '../../functions/src/testing/world';
import type { MailCatcher } from './catcher';
import { startMailCatcher } from './catcher';

/** Our own sender, through SMTP, to a mail server that can refuse and hang up. */

const db = firestore();
const NOW = new Date('2026-03-10T10:00:00Z');
const later = (minutes: number) => () => new Date(NOW.getTime() + minutes * 60_000);
const LOGIN = { user: 'billing', password: 'not a real one' };
const SETTINGS = {
  SMTP_HOST: '127.0.0.1',
  SMTP_SECURITY: 'none',
  SMTP_USER: LOGIN.user,
  SMTP_PASSWORD: LOGIN.password,
  MAIL_FROM: 'Hyble Bulut <fatura@hyble.example>',
};
const MESSAGE = { subject: 'Ödemeniz alınamadı', text: 'Sayın Ayşe,', html: '<p>Sayın Ayşe,</p>' };

let server: MailCatcher;
beforeAll(async () => {
  server = await startMailCatcher({ login: LOGIN });
});
afterAll(() => server.close());
beforeEach(() => {
  Object.assign(process.env, SETTINGS, { SMTP_PORT: String(server.smtpPort) });
});
afterEach(async () => {
  for (const { id } of (await db.collection('mail').get()).docs) await db.doc(paths.mail(id)).delete();
});

async function aMail(toUid?: string): Promise<string> {
  const mailId = randomId();
  const uid = toUid ?? (await aCustomer({ email: `${mailId}@customer.example` }));
  await seed(db, {
    [paths.mail(mailId)]: { toUids: [uid], message: MESSAGE, createdAt: NOW, updatedAt: NOW },
  });
  return mailId;
}

const arrived = (mailId: string) =>
  server.mails.filter(({ to }) => to.includes(`${mailId}@customer.example`));
async function delivery(mailId: string): Promise<MailDelivery | undefined> {
  const data = fromFirestore((await db.doc(paths.mail(mailId)).get()).data() ?? {});
  return data.delivery as MailDelivery | undefined;
}

test('a mail arrives as it was written, and its document says so', async () => {
  const mailId = await aMail();
  expect(await sendMail(db, mailId, later(0))).toBe('SUCCESS');
  expect(arrived(mailId)).toMatchObject([
    {
      from: '"Hyble Bulut" <fatura@hyble.example>',
      to: [`${mailId}@customer.example`],
      ...MESSAGE,
    },
  ]);
  expect(await delivery(mailId)).toEqual({
    state: 'SUCCESS',
    startTime: NOW,
    endTime: NOW,
    leaseExpireTime: null,
    attempts: 1,
    error: null,
    info: { messageId: arrived(mailId)[0]?.messageId, response: expect.stringMatching(/^250 /) as string },
  });
});

test('the trigger that runs again, and the sweep beside it, send nothing twice', async () => {
  const mailId = await aMail();
  const runs = await Promise.all([
    sendMail(db, mailId, later(0)),
    sendMail(db, mailId, later(0)),
    sendDueMails(db, later(0)),
  ]);
  await sendMail(db, mailId, later(60));
  await sendDueMails(db, later(60));
  expect(runs.filter((state) => state === 'SUCCESS')).toHaveLength(1);
  expect(arrived(mailId)).toHaveLength(1);
});

test('a server that is busy is tried again when the time has come', async () => {
  const mailId = await aMail();
  server.refuse({ code: 451, text: 'Try again later' });
  expect(await sendMail(db, mailId, later(0))).toBe('RETRY');
  expect(await delivery(mailId)).toMatchObject({ state: 'RETRY', attempts: 1, leaseExpireTime: later(10)() });
  expect(await sendDueMails(db, later(9))).toBe(0);
  expect(arrived(mailId)).toHaveLength(0);
  expect(await sendDueMails(db, later(10))).toBe(1);
  expect(arrived(mailId)).toHaveLength(1);
  expect(await delivery(mailId)).toMatchObject({ state: 'SUCCESS', attempts: 2, error: null });
});

test('a server that is down fails five times, and then the mail is given up', async () => {
  const mailId = await aMail();
  process.env.SMTP_PORT = '1';
  await sendMail(db, mailId, later(0));
  for (const hours of [1, 3, 8, 24]) await sendDueMails(db, later(hours * 60));
  expect(await delivery(mailId)).toMatchObject({ state: 'ERROR', attempts: 5, leaseExpireTime: null });
  expect(await sendDueMails(db, later(72 * 60))).toBe(0);
});

test('a mail that is refused for good is given up at once, and its log line names nobody', async () => {
  const mailId = await aMail();
  server.refuse({ code: 550, text: `No such user ${mailId}@customer.example` });
  expect(await sendMail(db, mailId, later(0))).toBe('ERROR');
  expect((await delivery(mailId))?.error).toContain('550');
  const lines = capturedLogs.filter(({ fields }) => JSON.stringify(fields).includes(mailId));
  expect(lines.map(({ message }) => message)).toEqual(['mail not sent']);
  expect(JSON.stringify(lines)).not.toContain('@');
});

test('a sender that dies is replaced when its lease is over, and has nothing more to say', async () => {
  const mailId = await aMail();
  const leaseExpireTime = later(3)();
  const taken = {
    state: 'PROCESSING',
    startTime: NOW,
    endTime: null,
    leaseExpireTime,
    attempts: 1,
    error: null,
  };
  await db.doc(paths.mail(mailId)).update({ delivery: taken });
  expect(await sendMail(db, mailId, later(2))).toBeNull();
  expect(await sendDueMails(db, later(2))).toBe(0);
  expect(await sendDueMails(db, later(3))).toBe(1);
  expect(await delivery(mailId)).toMatchObject({ state: 'SUCCESS', attempts: 2 });
});

test('an answer that gets lost brings the same mail again, by the same Message-ID', async () => {
  const mailId = await aMail();
  server.hangUpAfterNext();
  expect(await sendMail(db, mailId, later(0))).toBe('RETRY');
  expect(await sendDueMails(db, later(10))).toBe(1);
  const ids = arrived(mailId).map(({ messageId }) => messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^<[0-9a-f]{32}@hyble\.example>$/);
});

test('a reader who has left is written to no more', async () => {
  const mailId = await aMail('nobody');
  expect(await sendMail(db, mailId, later(0))).toBeNull();
  expect(await delivery(mailId)).toMatchObject({ state: 'ERROR', error: 'Its reader has no e-mail address' });
});

test('an address of a profile cannot add a line to the mail', async () => {
  const uid = await aCustomer();
  await db.doc(paths.user(uid)).set(aUser({ email: 'a@customer.example\r\nBcc: b@customer.example' }));
  const mailId = await aMail(uid);
  const before = server.mails.length;
  expect(await sendMail(db, mailId, later(0))).toBeNull();
  expect(server.mails).toHaveLength(before);
});

test('without a mail server nothing is read', async () => {
  const mailId = await aMail();
  process.env.SMTP_HOST = '';
  const calls = await countCalls(db, async () => {
    expect(await sendMail(db, mailId, later(0))).toBeNull();
    expect(await sendDueMails(db, later(0))).toBe(0);
  });
  expect(calls).toEqual([]);
  expect(await delivery(mailId)).toBeUndefined();
});

test.each([
  ['SMTP_PASSWORD', ' '],
  ['SMTP_PORT', 'mail'],
  ['SMTP_SECURITY', 'maybe'],
  ['MAIL_FROM', ''],
])('with %s = "%s" it refuses to start', async (name, value) => {
  const mailId = await aMail();
  process.env[name] = value;
  await expect(sendMail(db, mailId, later(0))).rejects.toMatchObject({ code: name });
  await expect(sendDueMails(db, later(0))).rejects.toMatchObject({ code: name });
  expect(await delivery(mailId)).toBeUndefined();
});

test('a wrong password is no fault of the mail, which is tried again', async () => {
  const mailId = await aMail();
  process.env.SMTP_PASSWORD = 'another';
  expect(await sendMail(db, mailId, later(0))).toBe('RETRY');
});
