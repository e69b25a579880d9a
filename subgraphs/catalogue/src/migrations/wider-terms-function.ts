/** What a local authority calls the field that functions of solutions belong to: who looks for the field finds them all. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'dienstverlening loket balie': ['burgerzaken', 'e-loket', 'afspraken', 'meldingen', 'klantcontact'],
  'zorg welzijn sociaal beleid': [
    'sociale-dienst',
    'schuldbemiddeling',
    'thuiszorg',
    'woonzorg',
    'lokaal-dienstencentrum',
    'kinderopvang',
  ],
  'financiën boekhouding': ['boekhouding', 'facturatie', 'belastingen', 'aankoop', 'subsidies'],
  'ruimte omgeving ruimtelijke ordening': [
    'geografisch-informatiesysteem',
    'adresbeheer',
    'omgevingsvergunningen',
    'handhaving',
    'woonbeleid',
  ],
  'verkeer openbaar domein': ['inname-openbaar-domein', 'mobiliteit', 'parkeren', 'wegbeheer'],
  'vrije tijd cultuur jeugd': ['vrije-tijd', 'zaalverhuur', 'bibliotheek', 'cultuur-en-tickets', 'sport'],
  'personeel HR human resources': ['personeel', 'tijdsregistratie', 'opleidingen'],
  'bestuur secretariaat besluitvorming': ['documentbeheer', 'postregistratie', 'vergaderbeheer', 'mandatenbeheer'],
  'communicatie inspraak': ['website', 'communicatie', 'participatie'],
  'openbare werken technische dienst': [
    'technische-dienst',
    'groenbeheer',
    'wegbeheer',
    'rioleringen',
    'patrimonium',
    'energie',
    'afval',
    'begraafplaatsen',
  ],
  'ICT informatica': [
    'identiteit',
    'integratie',
    'open-data',
    'werkplek',
    'helpdesk',
    'back-up',
    'netwerkbeveiliging',
    'informatieveiligheid',
  ],
};

const text = (value: string): string => `'${value}'`;
const rows = Object.entries(fields).map(
  ([words, functions]) => `(${text(words)}, array[${functions.map(text).join(', ')}])`,
);

/** Statement for a migration: `wider_terms(functions)`, the names of the fields that they belong to. */
export const widerTerms = `create function wider_terms(functions text[]) returns text language sql immutable strict parallel safe
  return (select coalesce(string_agg(field.words, ' '), '') from (values ${rows.join(', ')}) field(words, members)
    where field.members && functions)`;
