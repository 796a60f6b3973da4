/** The shape that every language must have: the same keys, each with words. */
export type Words<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Words<Catalogue[Key]>;
};
