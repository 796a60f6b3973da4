/** Whose payments the reader may list: their own, an organization's, or as staff everybody's. */
export type PaymentReader =
  { readonly uid: string } | { readonly organizationId: string } | { readonly isStaff: true };

/** The filter by which a query proves to the security rules whose documents it asks for; staff need none. */
export function ownerFilter(
  reader: PaymentReader | null,
): readonly [field: 'userId' | 'organizationId', value: string] | readonly [null, null] {
  if (reader === null || 'isStaff' in reader) return [null, null];
  return 'uid' in reader ? ['userId', reader.uid] : ['organizationId', reader.organizationId];
}

/** An organization's invoices may have been paid by any member. */
export function readerOf(organizationId: string | null, uid: string): PaymentReader {
  return organizationId === null ? { uid } : { organizationId };
}
