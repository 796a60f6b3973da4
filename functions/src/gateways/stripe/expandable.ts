/** The id of an object that Stripe refers to: the id itself, or the object where a call asked to expand it. */
export function idOf(reference: string | { readonly id: string }): string {
  return typeof reference === 'string' ? reference : reference.id;
}
