import { mailMessage, mailWrite } from './mail';

const content = {
  locale: 'tr',
  subject: 'Konu & "daha"',
  paragraphs: ['Sayın <b>Ayşe</b>,', 'Tutar ₺1,00.'],
  button: { label: 'Öde', url: 'https://portal.example/invoices/1?a=1&b=2' },
} as const;

test('plain text and HTML say the same; what people typed is no markup', () => {
  const { subject, text, html } = mailMessage(content);
  expect(subject).toBe('Konu & "daha"');
  expect(text).toBe('Sayın <b>Ayşe</b>,\n\nTutar ₺1,00.\n\nÖde: https://portal.example/invoices/1?a=1&b=2');
  expect(html).toContain('<html lang="tr">');
  expect(html).toContain('<title>Konu &amp; &quot;daha&quot;</title>');
  expect(html).toContain('Sayın &lt;b&gt;Ayşe&lt;/b&gt;,');
  expect(html).toContain('href="https://portal.example/invoices/1?a=1&amp;b=2"');
});

test('in the form that the extension takes', () => {
  expect(mailWrite('about_1', 'user-1', content)).toEqual({
    op: 'create',
    path: 'mail/about_1',
    fields: { toUids: ['user-1'], message: mailMessage(content) },
  });
});
