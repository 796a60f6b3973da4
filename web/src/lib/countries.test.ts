import { COUNTRIES, countriesByName } from './countries';

it('has each of the 249 countries once', () => {
  expect(new Set(COUNTRIES).size).toBe(249);
  expect(COUNTRIES).toHaveLength(249);
});

it('names every country in words, in the order of the language', () => {
  const turkish = countriesByName('tr');
  expect(turkish.filter(({ code, name }) => code === name)).toEqual([]);
  const names = turkish.map(({ name }) => name);
  expect(names.indexOf('Çin')).toBeGreaterThan(names.indexOf('Cibuti'));
  expect(names.indexOf('Çin')).toBeLessThan(names.indexOf('Danimarka'));
  expect(countriesByName('en').find(({ code }) => code === 'TR')?.name).toMatch(/^T/);
});
