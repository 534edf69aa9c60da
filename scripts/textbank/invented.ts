/** Names, places and area codes from which a list is invented. All letters are in GSM-7, so no text grows by a name. */

export const firstNames =
  `Ada Aisha Alejandra Amina Andre Angela Arjun Beatriz Ben Bianca Camille Carlos Carmen Cedric Chen Clara Dalia Daniel
  Deja Dev Diego Dolores Ebony Elena Elias Emeka Esther Fatima Felix Fiona Gabriel Gina Grace Hana Hassan Helen Ibrahim
  Ines Isaac Ivy Jamal Jasmine Jorge Josefina Kai Kamala Keisha Kofi Lamar Leila Lin Lucia Luis Malik Maria Mateo Mei Mina
  Nadia Naomi Nia Noah Noor Omar Oscar Paloma Pedro Priya Rafael Rania Rosa Ruth Samir Sara Selma Simon Sofia Tariq Teresa
  Tomas Uma Vera Victor Yara`.split(/\s+/);

export const lastNames =
  `Abbott Alvarez Baker Banerjee Bell Brooks Castillo Chavez Clarke Cohen Cruz Dalton Delgado Diaz Dixon Ellis Estrada
  Farah Fischer Flores Foster Garcia Gibson Gomez Grant Haddad Hayes Herrera Hughes Ito Jackson Jensen Johal Kaplan Khan
  Kim Lopez Lund Marsh Mbeki Medina Mills Morales Moreno Nasser Nguyen Okafor Ortiz Owens Park Patel Quinn Ramos Reyes
  Rivera Salas Santos Silva Tran Vega Walker`.split(/\s+/);

export const pollingPlaces = [
  'Oak Street Library',
  'Harbor Hall, Room 2',
  'Lincoln School',
  'St. Mary\'s "Old Gym"',
  'Fire Station 9',
] as const;

/** Not 202, where the simulator's own numbers are; each has the hundred invented numbers 555-0100 to 555-0199. */
export const areaCodes =
  `203 205 206 207 208 209 210 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262
  267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 331 334
  336`.split(/\s+/);
