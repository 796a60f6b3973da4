/** Words of the fields above the customer's list of invoices; loaded with that list. */
export default {
  label: 'Find invoices',
  number: 'Invoice number begins with',
  numberExample: 'e.g. 202611-0042',
  period: 'Issued',
  periods: {
    any: 'Any time',
    'this-month': 'This month',
    'last-3-months': 'Last 3 months',
    'this-year': 'This year',
    'last-year': 'Last year',
    own: 'From – to…',
  },
  from: 'Issued from',
  to: 'Issued until',
  backwards: 'The last day is before the first.',
  sort: 'Order',
  sorts: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    'due-first': 'Due soonest',
    'due-last': 'Due latest',
  },
  found_zero: 'No invoice matches.',
  found_one: '{{count}} invoice shown',
  found_other: '{{count}} invoices shown',
};
