/**
 * What people call the things that are known of a contact, in English and Spanish: in the header of a list, and in the
 * scripts of other programs. Names are compared plain (`plainName`).
 */
export const contactFieldNames = {
  firstName: plainNames(
    'first name, first, fname, given name, forename, contact first name, nombre, nombres, primer nombre',
  ),
  lastName: plainNames(`last name, last, lname, surname, family name, contact last name, apellido, apellidos,
    primer apellido`),
  fullName: plainNames(
    'name, full name, contact name, contact, person, nombre completo, nombre y apellido, nombre y apellidos',
  ),
  email: plainNames(
    'email, e-mail, email address, e-mail address, mail, correo, correo electrónico, correo e, dirección de correo',
  ),
  zip: plainNames(`zip, zip code, zip5, zip 5, postal, postal code, postcode, mail zip, home zip, código postal,
    codigo zip, cp`),
  state: plainNames(
    'state, state abbrev, state abbreviation, state code, st, home state, province, region, estado, provincia',
  ),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** `Código Postal`, `CODIGO_POSTAL` and `codigo postal` are one name: letters and digits alone, small, without accents. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Takes names with commas between them. */
export function plainNames(list: string): readonly string[] {
  return list.split(',').map(plainName);
}
