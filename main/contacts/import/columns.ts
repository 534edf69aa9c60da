/**
 * What the columns of a list hold. Takes the header of a file and the campaign's own fields; gives for each column what
 * it fills, or nothing. Names are known in English and Spanish, whatever their case, spaces and accents. Of several
 * phones the one that can be texted is taken: a cell phone before a phone, and that before one at home.
 */
import type { ColumnTarget } from '../../../shared/contract/contacts.ts';
import { contactFieldNames, plainName, plainNames } from '../../../shared/domain/field-names.ts';
import { fieldVariable } from '../../../shared/domain/script-variables.ts';

/** A custom field of the campaign, as far as a header can name it. */
export interface FieldName {
  readonly fieldId: number;
  readonly slug: string;
  readonly title: string;
}

type PlainTarget = Exclude<ColumnTarget, `field:${number}`>;

/** Names of phone columns, the best first. Compared without case, accents, spaces and punctuation. */
const phoneNames: readonly (readonly string[])[] = [
  plainNames(`cell, cell phone, cell phone number, cell number, mobile, mobile phone, mobile phone number, mobile number,
    sms, sms phone, text phone, wireless, wireless phone, celular, cel, móvil, teléfono celular, teléfono móvil,
    número celular, número de celular, número móvil`),
  plainNames(`phone, phone number, phone no, phone num, phone 1, telephone, telephone number, tel, preferred phone,
    primary phone, best phone, main phone, contact phone, contact number, number, teléfono, número, número de teléfono,
    número telefónico, tel principal, teléfono principal, teléfono 1`),
  plainNames(`home phone, home phone number, home, home telephone, landline, phone 2, other phone, work phone,
    teléfono de casa, teléfono fijo, teléfono particular, teléfono 2, otro teléfono`),
];

const otherNames: Readonly<Record<Exclude<PlainTarget, 'phone'>, readonly string[]>> = {
  ...contactFieldNames,
  zone: plainNames('zone, time zone, timezone, tz, tzid, zona, zona horaria, huso horario'),
};

const targetByName: ReadonlyMap<string, Exclude<PlainTarget, 'phone'>> = new Map(
  Object.entries(otherNames).flatMap(([target, names]) =>
    names.map((name) => [name, target as Exclude<PlainTarget, 'phone'>] as const),
  ),
);

/** What each column fills, by its header. Every target but none is filled by one column at most. */
export function mapColumns(header: readonly string[], fields: readonly FieldName[]): (ColumnTarget | null)[] {
  const phoneAt = bestPhone(header);
  const taken = new Set<ColumnTarget>();
  return header.map((name, index) => {
    const target = index === phoneAt ? 'phone' : (fieldNamed(name, fields, 'slug') ?? targetNamed(name, fields));
    if (target === null || taken.has(target)) return null;
    taken.add(target);
    return target;
  });
}

function targetNamed(name: string, fields: readonly FieldName[]): ColumnTarget | null {
  return targetByName.get(plainName(name)) ?? (rankOfPhone(name) === -1 ? fieldNamed(name, fields, 'either') : null);
}

/** The place of the best phone column; -1 without one. Of two that are equally good, the first. */
function bestPhone(header: readonly string[]): number {
  const ranks = header.map(rankOfPhone);
  const best = Math.min(...ranks.filter((rank) => rank >= 0));
  return ranks.indexOf(best);
}

function rankOfPhone(name: string): number {
  const plain = plainName(name);
  return phoneNames.findIndex((names) => names.includes(plain));
}

/** `custom_field_<slug>` names a field whatever else it might mean; a bare slug or a title only when nothing else does. */
function fieldNamed(name: string, fields: readonly FieldName[], by: 'slug' | 'either'): ColumnTarget | null {
  const text = name.trim().normalize('NFC');
  const plain = plainName(text);
  const field =
    by === 'slug'
      ? fields.find(({ slug }) => text === fieldVariable(slug))
      : (fields.find(({ slug }) => slug === text) ??
        fields.find(({ slug, title }) =>
          [slug, fieldVariable(slug), title].some((known) => plainName(known) === plain),
        ));
  return field === undefined ? null : `field:${field.fieldId}`;
}
