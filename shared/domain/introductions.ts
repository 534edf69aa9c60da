/** What comes before the name of whoever speaks, at the end of what stands before it. */
const introduced =
  /(?<!\p{L})(?:this is|it(?:['’]s| is)|i(?:['’]?m| am)|my name(?:['’]s| is)|you(?:['’]re| are) (?:texting|talking) (?:to|with)|soy|me llamo|mi nombre es|(?:habla|escribe|saluda|aqu[ií])|c['’]est|je suis|je m['’]appelle|mwen se|t[oô]i l[aà]|m[iì]nh l[aà]|ako si|меня зовут|это|я)(?:[\s,]+(?:your|a|an|the|just|me|volunteer|neighbou?r|friend|organizer|fellow|named|called|su|tu|una?|vecin[oa]|voluntari[oa]|compañer[oa]))*[\s,:]+$/iu;
/** The same in scripts without spaces. */
const introducedJoined = /(?:我是|我叫|我的名字是|[這这]是|[這这][裡里]是|私は|저는)\s*$/u;

/** Whether what stands before a name says that it is the name of whoever speaks. */
export function introducesSpeaker(before: string): boolean {
  return introduced.test(before) || introducedJoined.test(before);
}
