import { fieldsNamedIn } from './fields-named';

test.each([
  ['Zorunlu alan degeri gecersiz veya gonderilmedi: user_phone', 'user_phone'],
  ['user_address, user_phone ve yine user_address', 'user_address user_phone'],
  ['paytr_token gecersiz.', 'paytr_token'],
  ['Zeynep Karahan icin zeynep_karahan@customer.example gecersiz', 'no field named'],
  ['a.zeynep_karahan@customer.example: email hatali', 'no field named'],
  ['Tutar 1185.18 limiti asiyor', 'no field named'],
  ['', 'no field named'],
])('%s', (reason, fields) => {
  expect(fieldsNamedIn(reason)).toBe(fields);
});
