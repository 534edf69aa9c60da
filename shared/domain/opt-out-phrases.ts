/**
 * The wordings that ask to hear no more, in English and Spanish, as data for `opt-out-words.ts`. The law counts every
 * reasonable way of asking (47 CFR 64.1200(a)(10)). Lines are written as a message reads once it is folded: lower case,
 * without accents, apostrophes and punctuation, as sources of regular expressions with four signs more: `<name>` stands for any
 * wording of a set, `{a|b}` may be missing, `*` is any one word, and `!(a|b)` is not followed by these. A line may match
 * in the middle of a message, so it must be clear whatever stands around it.
 */

export const wordSets: Readonly<Record<string, string>> = {
  me: 'me|us|my (?:phone|cell|number|line)|this (?:number|phone|line|cell)|(?:at|to) (?:this|my|me)|here',
  my: 'my|this|the|our|his|her',
  number: 'number|phone|cell|name|info|information|contact|contact info|phone number|cell number|email|data',
  texting:
    'texting|txting|texing|messaging|msging|contacting|writing|writing to|bothering|spamming|harassing|pestering|bugging|annoying|emailing|reaching out to|soliciting|blowing up|calling (?:and|or) (?:texting|messaging)|texting (?:and|or) calling',
  text: 'text|txt|message|msg|contact|write|write to|bother|sms|reach out to|solicit|(?:text|message) or call|call or (?:text|message)',
  texts:
    'text messages?|texts?|txts?|messages?|msgs?|sms|spam|communications?|contact|correspondence|solicitations?|calls|texts (?:and|or|and or) calls|calls (?:and|or|and or) texts|subscription|texting',
  stuff: 'stuff|crap|junk|bs|bullshit|shit|nonsense|garbage|things',
  these:
    'these|this|those|your|ur|the|any|all|more|further|additional|so many|all (?:the|these|your|of these|of this)|any (?:more|of these)|anymore',
  kind: 'political|campaign|stupid|annoying|unwanted|constant|damn|fucking|unsolicited|future|random|dumb|silly',
  // "Do not text me at night" is a wish about when, and "do not write me off" none at all: a person has to understand it.
  when: 'after|before|while|during|until|till|when|unless|today|tonight|so (?:late|early)|this (?:late|early)|at (?:night|work|home|[0-9]+)|on (?:weekends?|sundays?)|in the|about|off',
  never: 'dont|do not|donot|dnt|never|dont (?:you )?ever|do not ever|never ever|do not you',
  remove: 'remove|take|get|delete|drop|erase|strike|scratch|scrub|pull|cross|unlist',
  off: 'off|off of|from|out of',
  list: 'lists?|database|data base|records?|systems?|files?|contacts|roster|directory|threads?|group|chat|texts?|messages|mailings?',
  unsubscribe:
    'unsubscribed?|unsubscribing|unsub|unsuscribe|unsubcribe|unsubscibe|unsubscrib|unsubscride|unscubscribe|unsubscirbe|un subscribe|ubsubscribe',
  escribirme:
    '(?:escribir|mandar|enviar|textear|contactar|molestar|llamar|mensajear|fregar|joder|chingar|fastidiar)(?:me|nos|le|les)',
  escribir: 'escribir|mandar|enviar|textear|contactar|molestar|mensajear|fregar|joder|chingar|fastidiar',
  escriban:
    'escrib(?:an|a|as)|mand(?:en|e|es)|envi(?:en|e|es)|contact(?:en|e|es)|molest(?:en|e|es)|text(?:een|ee|ees|en)|mensajeen|(?:est|sig)(?:en|e|es|an|a|as) (?:escribiendo|mandando|enviando|molestando|texteando|contactando)',
  mensajes: 'mensajes?|mensajitos|textos?|msjs?|sms|correos|spam|propaganda|publicidad|notificaciones',
  cuando:
    'despues|antes|ahora|ahorita|hoy|tan (?:tarde|temprano)|de noche|(?:en|por) la|en el trabajo|a (?:estas|esta|las)|cuando|mientras|durante|hasta|sobre',
  dejen: 'dej(?:en|e|a|ar|es|ad)|par(?:en|e|a|ar)|ces(?:en|e)|basta|stop',
  quitenme:
    '(?:quit(?:en|e|a|ar)|borr(?:en|e|a|ar)|elimin(?:en|e|a|ar)|sa(?:quen|que|ca|car)|rem(?:uevan|ueva|ueve|over)|tach(?:en|e|a)|retir(?:en|e|a|ar))(?:me|nos|lo|la)',
  quiten:
    'quit(?:en|e|a|ar)|borr(?:en|e|a|ar)|elimin(?:en|e|a|ar)|sa(?:quen|que|ca|car)|rem(?:uevan|ueva|ueve|over)|retir(?:en|e|a|ar)|olvid(?:en|e|a)|pierd(?:an|a|e)',
  numero: '(?:mi|este|nuestro) (?:numero|nombre|telefono|celular|contacto|cel)|mis datos',
  lista: 'listas?|base|base de datos|registros?|sistema|contactos|grupo|directorio',
};

/** A message that is one of these and nothing more, courtesies aside. */
export const keywords: readonly string[] = [
  // What carriers and the law name (D9).
  'stop|stopall|stop all|cancel|end|quit|revoke|optout|opt out|remove|remove me|<unsubscribe>',
  // What people make of them.
  'stopp+|st0p|sotp|stpo|stop (?:it|this|that|these|me|everything|them|already|sending)',
  '(?:stop|stop it|end|quit) (?:2|to|and|or) ?(?:stop|end|quit|cancel|remove|delete|unsubscribe|optout|opt out)',
  '(?:stop|quit|end)2(?:stop|end|quit)|(?:text|txt|reply|send|say) stop',
  'stop (?:stopall|unsubscribe|cancel|end|quit|remove|revoke|optout|opt out|delete)',
  'opt me out|opting out|opted out|remove (?:this|us|number)|delete|delete me|erase me|take me off',
  '(?:cancel|end|quit) (?:all|this|me|it)|no more|nomore|no (?:texts?|texting|messages|contact)|cease',
  '(?:do not|dont) (?:text|contact|message|txt|disturb)|no (?:stop|unsubscribe|remove me|opt out)',
  '(?:stop|cancel|end) (?:subscription|service|program|alerts?)',
  'alto|parar|paren?|parenle|parele|detener|detengan(?:se)?|cancelar|cancel(?:a|e|en)|basta|baja',
  'no mas|borrar|borr(?:a|e|en)|quitar|<quitenme>|(?:dar|darme|dar me)? ?de baja|eliminar|remover|borrar me',
  'des(?:us|ins)cribir(?:me|se)?|desafiliar(?:me)?|deja(?:me|nos)|deje(?:n?me|nnos)|suficiente ya',
  'no (?:molest(?:ar|en|e|es)|contactar|textear|escribir|mensajes|textos|escriban?|manden|envien|texteen)',
  '(?:alto|stop|parar|paren|detener|cancelar|no mas) (?:de )?(?:<mensajes>)|cancelar suscripcion',
];

/** Clear wherever they stand, unless they are turned round by what stands before them. */
export const requests: readonly string[] = [
  '(stop|quit|cease|discontinue|halt) <texting> <me>',
  '(stop|quit|cease|discontinue|halt) (<texting>|calling) $',
  '(stop|quit|cease) <texting> (anymore|already|please|thanks|or|im|i am|i dont)',
  '(stop|quit) calling (me|us|this|my) !(a|an|names|sir)',
  '(stop|quit|cease) sending me',
  '(stop|quit|cease) sending {to us} {<these>} {<kind>} (<texts>|<stuff>)',
  '(stop|quit|cease|discontinue|end|cancel|halt) {with|all} {<these>} {<kind>} <texts> $',
  '(stop|cancel|end|quit with|stop with) <these> {<kind>} (text messages|texts|messages|txts|msgs|calls|spam|solicitations)',
  '(stop|quit|cease) {all} <texts> (to|on|at) (me|us|my|this)',
  '(stop|cease) (contact|communication)',
  'cease and desist {all|from|<texting>} $',
  '(please|pls|plz|kindly|just) (stop|remove|delete|cancel) $',
  '(said|told you {guys} to|told you|asked you {guys|all|people} to|asked to|want you to|need you to|would you|could you|can you|will you|demand you) stop $',
  '(not interested|im good|wrong number|wrong person|already voted|i moved|nobody here by that name) (stop|remove|cancel|quit) $',
  '^ stop (or|im|i am|ive|i have|i dont|i do not|i didnt|i never|i already|not interested|wrong number|wrong person|who is|youre|you are|please|fuck|idiots?|asshole)',
  '(i|ive|i have|i did|we|weve) {already|just} (said|say|replied|reply|texted|typed|sent|wrote|responded|answered) stop !(the|a|that|by)',
  'make (these|the|your) (texts|messages) stop',
  '<never> (call|<text>) {<me>} (again|anymore|any more|ever|at all|no more)',
  '(remove|delete|erase) (me|<my> <number>)',
  '<remove> (me|us|him|her|them|it|my *|<my> {*} <number>|my name and <number>) <off> <list>',
  '<remove> (me|us|him|her|them|it|my *|<my> {*} <number>|my name and <number>) <off> * <list>',
  '<remove> (me|us|him|her|them|it|my *|<my> {*} <number>|my name and <number>) <off> * * <list>',
  '<remove> (me|us|<my> <number>|my name and <number>) <off> * * * <list>',
  '(take|get|drop) (me|us|<my> <number>) off {of} (this|your|it|here|ur|all|everything|$)',
  'get me out of (here|your)',
  '(lose|forget|discard|ditch|destroy) (my|this) <number>',
  '<unsubscribe>',
  'opt (me|us|my <number>|this <number>) out',
  'opt out $',
  '(opt|opting|opted) out (of|from) (this|these|your|all|the|any|future|receiving|texts|messages|everything|here)',
  '(want|wish|like|need|choose|trying|how do i|how can i|how|please|i|ill|id like) {to} (opt out|optout)',
  '(revoke|withdraw|rescind) (my|all|any) (consent|permission)',
  '(dont|do not) have my (consent|permission)',
  '(dont|do not) consent {to} {this|these|receiving|texts|messages} $',
  'leave (me|us) (alone|be|the * alone)',
  'leave my (family|wife|husband|mom|mother|dad|father|son|daughter|kids|parents|grandmother) alone',
  '(put|add|place) (me|us|my <number>|this <number>) (on|to) (your|the|a|ur) (do not|dont|no)',
  'no more {of} {<these>} {<kind>} (text messages?|texts?|txts?|messages?|msgs?|contact|calls|texting|messaging|contacting) !(of|about)',
  '(dont|do not|no longer) (want|wish|care|need) to (receive|get) {<these>} {<kind>} (<texts>|<stuff>|these|this)',
  '(dont|do not|no longer) (want|wish|care) to (hear from|be (contacted|texted|messaged|bothered|disturbed|solicited))',
  '(dont|do not|no longer) (want|wish|care) to be (on|in|part of) {*} {*} <list>',
  '(dont|do not|no longer) (want|wish|need) {<these>} {<kind>} <texts>',
  '(dont|do not|no longer) (want|wish) (you|them|anyone|anybody|people) {to} (<text>|<texting>)',
  'if you (dont|do not) stop (<texting>|calling|sending)',
  '(enough|stop|quit|knock it off) with {all} (the|these|this|your) {<kind>} (<texts>|<stuff>)',
  '(text|contact|message) me no more',
];

/** Clear, too, unless they tell of somebody: "they do not text me". */
export const commands: readonly string[] = [
  '<never> <text> <me> !<when>',
  '<never> (text|txt|message|msg|contact|call or text|text or call) $',
  '<never> (call|phone) (me|us|or|and) {or|and} (text|message|contact|write)',
  '<never> send {me|us|to me} {<these>} {<kind>} (<texts>|<stuff>)',
  '<never> send me (anything|these|this|any of)',
  '(no longer|not) (text|contact|message) (me|us|this)',
];

/** Clear in Spanish, where `no` before one turns it round. */
export const spanishRequests: readonly string[] = [
  '<dejen> {ya} de <escribirme>',
  '<dejen> {ya} de <escribir> (a|mas|tanto|tantos|este|esto|estos|sus|$)',
  '<dejen> {ya} de (mandar|enviar|mandarme|enviarme) {mas|sus|estos|tantos|esos|tanto} <mensajes>',
  'basta {ya} (de|con) {tantos|estos|sus|los|tanto|mas} <mensajes>',
  'no (me|nos|le|les) <escriban> !<cuando>',
  'no (me|nos) (llamen?|llames|busquen) (mas|nunca|ya|ni|o)',
  'no (me|nos) (vuelvan?|vuelvas) a (<escribir>|llamar)',
  'no (vuelvan?|vuelvas) a (<escribirme>|<escribir>) (a|por|este|aqui|mas|$)',
  'no <escriban> (mas|nunca|a este|$)',
  'no <escriban> {mas} {de|estos|esos|sus|tantos} <mensajes>',
  'no mas {de|sus|estos|esos|tus} <mensajes>',
  'no (quiero|deseo|queremos|deseamos|me interesa|necesito) {mas|sus|estos|esos|tus|recibir|seguir recibiendo|que me manden} {mas|sus|estos|esos|tus|ningun} <mensajes>',
  'no (quiero|deseo|queremos|deseamos) (recibir|seguir recibiendo)',
  'no (quiero|deseo|queremos|deseamos) que (me|nos) {sigan|vuelvan a|esten} (<escriban>|escribiendo|mandando|molestando|<escribir>|llamen)',
  'no (quiero|deseo|queremos) mas $',
  'no (quiero|deseo|queremos) saber (mas|nada) de ustedes',
  'no (quiero|deseo|queremos) (estar|aparecer|seguir) en {*} {*} <lista>',
  '<quitenme> $',
  '<quitenme> (de|del) {*} {*} <lista>',
  '<quitenme> de (aqui|ahi|esto|este|eso|su|sus|tu|tus)',
  '(me|nos) <quiten> (de|del) {*} {*} <lista>',
  '<quiten> <numero>',
  '(deja|deje|dejen)(me|nos) (en paz|tranquil[oa]s?|de (fregar|joder|chingar|molestar))',
  '(den|de|da|dar)(me|nos|lo|la) de baja',
  '(quiero|quisiera|deseo|favor de|solicito|pueden|me) (dar|darme|den|dan|de|doy|mi|la) {de} baja',
  'des(us|ins)crib(irme|anme|ame|eme|ir este|ir mi)',
  'desafili(arme|enme|eme|ame)',
  '(cancel(ar|en|e|a)|anul(ar|en|e|a)) {mi|la|esta|mis} (suscripcion|subscripcion|mensajes|textos)',
];

/** What a person should look at: it may be meant as a request. Asked only when nothing above has matched. */
export const hints: readonly string[] = [
  '<never> (<text>|call) (me|us|this|my)',
  '<never> (stop|quit) <texting> (me|us)',
  '(dont|do not|didnt|never) (<unsubscribe>|opt out|remove me)',
  '^ stop !(by|in|over|off|at|the|being|and|light|lights|sign|signs|motion|gap|watch|loss)',
  '(you|should|must|and|so|us|me|just|to) stop $',
  '(go|get) (away|lost)',
  '(fuck|piss|buzz|back|bugger|screw|eff|f) off',
  'knock it off',
  '^ (enough|enough already|no thanks bye|leave|out|bye bye|nunca mas|never again|not again) $',
  '(report|reporting|reported|blocking|blocked|block|blacklist) (this|you|your|it|u)',
  '(this|it|its|thats) {is} {just} (spam|harassment|harassing)',
  'harassing (me|us)',
  '(do not|dont) (call|contact|text) (list|registry)',
  'never (gave|consented|agreed|signed up|subscribed|asked for)',
  '(lawyer|attorney|fcc|tcpa|sue you|small claims)',
  '(unsolicited|opt out|optout|opting out)',
  'leave (me|us) out',
  '(cancel|end) (my|this|these|all)',
  '^ (nomas|para|fin|salir|suficiente|anular|dejen|deje) $',
  'no (me|nos) (<escriban>|llamen?|llames)',
  'no <dejen> de <escribirme>',
  '(vayanse|vete|larguense|largate|vayase)',
  '(es|puro) (spam|acoso)',
  '(reportar|bloquear|denunciar|demandar|reportarlos|bloquearlos|denunciarlos|demandarlos)',
];

/** Before a request, these turn it round: "don't stop texting me". */
export const negations =
  'dont|do not|cant|cannot|can not|wont|will not|never|not|didnt|doesnt|shouldnt|wouldnt|couldnt';

/** Before a command, these make it a tale: "they do not text me". */
export const tellers = 'i|we|they|he|she|people|you|who|friends|kids|to|can|could|would|will|why';

/** Around a request without changing it; they are taken off both ends of a message before it is read. */
export const courtesies: ReadonlySet<string> = new Set(
  [
    'please pls plz plse plez pleas pleae kindly thanks thank thx tks ty tysm sorry now asap immediately already today',
    'forever permanently just ok okay k hey hi hello yo dude bro man sir maam guys folks everyone bye goodbye',
    'god damn dammit damnit goddamn fucking fuckin effing wtf ffs jesus omg lol smh',
    'por favor porfavor porfa porfis gracias muchas ya ahora mismo hola buenas buenos dias tardes senor senora',
  ].flatMap((line) => line.split(' ')),
);
