/** What people in this field call by several names; a star where compounds begin with the word too. */
type Synonyms = readonly (readonly string[])[];

/**
 * Who types one of a row finds the others as well, after what has the word itself. A word is in one row only, and in none
 * when it often means something else (a "bestuur" is also a board, "beveiliging" also a fence).
 */
export const synonyms: Synonyms = [
  // information security
  ['informatieveiligheid*', 'informatiebeveiliging*', 'infosec', 'information security'],
  ['cyberveiligheid*', 'cyberbeveiliging*', 'cybersecurity', 'cyber security'],
  ['dpo', 'functionaris voor gegevensbescherming', 'functionaris gegevensbescherming', 'data protection officer'],
  ['ciso', 'informatieveiligheidsconsulent', 'informatieveiligheidscoördinator', 'information security officer'],
  ['gdpr', 'avg', 'algemene verordening gegevensbescherming'],
  ['dpia', 'geb', 'gegevensbeschermingseffectbeoordeling', 'effectbeoordeling'],
  ['verwerkingsregister', 'register van verwerkingsactiviteiten', 'register van de verwerkingsactiviteiten', 'ropa'],
  ['cyberaanval*', 'cyberincident*', 'cyberattack'],
  ['datalek', 'datalekken', 'gegevenslek', 'gegevenslekken'],
  ['mfa', '2fa', 'meerfactorauthenticatie', 'multifactorauthenticatie', 'tweestapsverificatie'],
  ['wachtwoord*', 'paswoord*'],
  ['back up', 'backup', 'reservekopie', 'reservekopieën'],
  ['pentest', 'penetratietest'],
  ['ransomware', 'gijzelsoftware'],
  // digital work
  ['ai', 'artificiële intelligentie', 'kunstmatige intelligentie', 'artificial intelligence'],
  ['telewerk', 'telewerken', 'thuiswerk', 'thuiswerken'],
  ['open source', 'opensource', 'vrije software'],
  ['gis', 'geografisch informatiesysteem', 'geografische informatiesystemen'],
  ['elektronische handtekening', 'digitale handtekening', 'digitaal ondertekenen', 'elektronisch ondertekenen'],
  // local authorities and their services
  ['ocmw', 'sociaal huis'],
  ['burgerzaken', 'bevolking', 'dienst bevolking'],
  ['personeel', 'personeelsdienst', 'personeelsbeheer', 'personeelszaken', 'hr', 'human resources'],
  // learning from each other
  ['leiderschap*', 'leidinggeven', 'leidinggevende', 'leiding geven'],
  ['opleiding*', 'training*', 'vorming', 'cursus', 'cursussen'],
  ['webinar', 'webinarie'],
  ['kenniskring', 'kennisnetwerk', 'kennisgroep'],
  ['nieuwsbrief', 'mailinglijst', 'mailinglist'],
];

/** Of these words too many texts are full: they count in a name only. Whoever sells software is called so. */
export const synonymsInNames: Synonyms = [
  ['ict', 'it', 'informatica'],
  ['gemeente', 'gemeentebestuur', 'stad', 'steden', 'stadsbestuur', 'lokaal bestuur', 'lokale besturen'],
];
