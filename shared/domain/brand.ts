declare const brand: unique symbol;

/**
 * A plain value that the compiler keeps apart from its look-alikes: a `ContactId` is a number at run time, yet cannot
 * be passed where a `UserId` is wanted. The brand exists in types only. Each branded type has one constructor, beside
 * its declaration, and nothing else casts to it.
 */
export type Branded<Base extends string | number, Name extends string> = Base & { readonly [brand]: Name };
