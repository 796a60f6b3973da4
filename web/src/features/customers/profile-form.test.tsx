import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { ProfileForm } from './profile-form';
import { saveProfile } from './save-profile';

const visitor = { uid: 'ayse', email: 'ayse@hyble.example', role: null };

jest.mock('./save-profile', () => ({ saveProfile: jest.fn() }));
jest.mock('../../lib/session', () => ({
  ...jest.requireActual<object>('../../lib/session'),
  useVisitor: () => visitor,
}));
const save = jest.mocked(saveProfile);

const type = (label: string | RegExp, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};
const submit = (name = 'Kaydet') => {
  fireEvent.click(screen.getByRole('button', { name }));
};

beforeEach(() => {
  save.mockReset().mockResolvedValue();
});

it('saves what was changed, and says so', async () => {
  await renderInApp(<ProfileForm profile={userWith()} />);
  type('İlçe / il *', 'Beşiktaş / İstanbul');
  submit();
  expect(await screen.findByText('Kaydedildi.')).not.toBeNull();
  expect(save).toHaveBeenCalledTimes(1);
  const [by, fields, isNew] = save.mock.calls[0] ?? [];
  expect(by).toEqual(visitor);
  expect(fields).toMatchObject({ displayName: 'Ayşe Yıldız', address: { city: 'Beşiktaş / İstanbul' } });
  expect(isNew).toBe(false);
});

it('creates the profile of a newcomer', async () => {
  await renderInApp(<ProfileForm profile={null} />, { locale: 'en' });
  type('Name *', 'Jörg Müller');
  type('Country *', 'DE');
  type('Address *', 'Musterstraße 1');
  type('City *', 'Köln');
  submit('Save');
  expect(await screen.findByText('Saved.')).not.toBeNull();
  expect(save.mock.calls[0]?.slice(1)).toEqual([
    expect.objectContaining({ country: 'DE', locale: 'en', currency: 'EUR', taxId: null }),
    true,
  ]);
});

it('saves nothing incomplete: names what is missing and goes there', async () => {
  await renderInApp(<ProfileForm profile={null} />, { locale: 'en' });
  submit('Save');
  expect(screen.getByText('Fill in: Name.')).not.toBeNull();
  expect(screen.getByText('Fill in: City.')).not.toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('Name *'));
  expect(save).not.toHaveBeenCalled();
});

it('judges a number when its field is left, and asks a company for its tax office', async () => {
  await renderInApp(<ProfileForm profile={userWith()} />);
  type('TCKN veya VKN', '2340567891');
  expect(screen.getByText(/^Geçerli bir numara değil/)).not.toBeNull();
  expect(screen.queryByLabelText('Vergi dairesi *')).toBeNull();
  type('TCKN veya VKN', '2340567890');
  expect(screen.queryByText(/^Geçerli bir numara değil/)).toBeNull();
  type('Vergi dairesi *', 'Kadıköy');
  submit();
  await waitFor(() => {
    expect(save.mock.calls[0]?.[1]).toMatchObject({ taxId: '2340567890', taxOffice: 'Kadıköy' });
  });
});

it('keeps what was typed when it could not be saved', async () => {
  save.mockRejectedValue(new Error('unavailable'));
  await renderInApp(<ProfileForm profile={userWith()} />);
  type('İlçe / il *', 'Beşiktaş');
  submit();
  expect((await screen.findByRole('alert')).textContent).toContain('kaydedilemedi');
  expect(screen.getByLabelText<HTMLInputElement>('İlçe / il *').value).toBe('Beşiktaş');
});
