/**
 * The shape of one language's words for another: the same keys, other strings. Spanish has one more plural form, which
 * stands beside the others under a key that ends in `_many`.
 */
export type Same<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]>;
} & { readonly [many: `${string}_many`]: string };
