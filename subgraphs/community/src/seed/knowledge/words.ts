import type { Dice } from '@lokaal/shared/demo';

/** Whatever stands under a title here was made up for the demonstration. */
export const invented = '(Demonstratiegegeven: deze tekst is verzonnen.)';

export interface ThemeWords {
  readonly slug: string;
  readonly label: string;
  /** What one talks about when one talks about this theme. */
  readonly topics: readonly string[];
}

const topics: Readonly<Record<string, readonly string[]>> = {
  informatieveiligheid: ['een informatieveiligheidsbeleid dat leeft', 'de informatieveiligheidscel'],
  cyberfundamentals: ['de eerste CyFun-meting', 'van Basic naar Important'],
  nis2: ['NIS2 voor gemeente en OCMW', 'NIS2 en de hulpverleningszones'],
  risicobeheer: ['een risicoanalyse in één dag', 'risico’s bespreken met het managementteam'],
  'activa-en-inventaris': ['een inventaris die klopt', 'schaduw-IT opsporen'],
  leveranciersbeheer: ['uitstapplannen in contracten', 'de verwerkersovereenkomst nalezen'],
  'toegang-en-identiteit': ['aanmelden met twee factoren', 'rechten bij in- en uitdienst'],
  'bewustmaking-en-opleiding': ['een phishingtest die niemand bang maakt', 'mandatarissen en cyberveiligheid'],
  gegevensbescherming: ['een register dat up-to-date blijft', 'camera’s in het openbaar domein'],
  'infrastructuur-en-netwerken': ['netwerksegmentatie voor kleine besturen', 'patchen zonder stilstand'],
  'detectie-en-monitoring': ['een gedeeld SOC', 'logboeken die iets vertellen'],
  incidentbeheer: ['de eerste 24 uur na een aanval', 'oefenen met een cyberincident'],
  'continuiteit-en-herstel': ['back-ups die ook terugkomen', 'dienstverlening zonder computers'],
  'artificiele-intelligentie': ['AI aan het loket', 'een AI-register opstellen'],
  'data-en-standaarden': ['OSLO in een bestek', 'datakwaliteit meten'],
  interoperabiliteit: ['koppelen via LB365', 'bouwstenen hergebruiken'],
  'digitale-dienstverlening': ['meldingen op maat', 'afspraken en wachtrijen'],
  'digitale-inclusie': ['toegankelijke formulieren', 'de digibank in de bib'],
  'documentbeheer-en-archief': ['SharePoint zonder wildgroei', 'digitaal archiveren van zaken'],
  'digitale-werkplek': ['hybride vergaderen in de raadzaal', 'WPAAS in de praktijk'],
  'cloud-en-soevereiniteit': ['waar staan onze gegevens', 'een Europese wolk kiezen'],
  'open-source': ['publiccode in de gemeente', 'samen onderhouden van vrije software'],
  'geo-informatie': ['een digitale tweeling van het centrum', 'adressen in het register'],
  'aankoop-en-overheidsopdrachten': ['een raamcontract gebruiken', 'functioneel uitvragen'],
  'project-en-verandermanagement': ['twee gemeenten, één ICT-dienst', 'mensen meenemen in verandering'],
  'strategie-en-leiderschap': ['een ICT-masterplan schrijven', 'digitaal leiderschap van de directie'],
};

/** The themes of the reference data, with what was made up for each. */
export const themeWords = (labels: readonly { readonly slug: string; readonly label: string }[]): ThemeWords[] =>
  labels.map(({ slug, label }) => ({ slug, label, topics: topics[slug] ?? [label.toLowerCase()] }));

export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const openings = [
  'Hoe pakken andere besturen dit aan, en wat leerden zij onderweg?',
  'Met voorbeelden uit kleine en grote gemeenten, en een lijst om zelf mee te beginnen.',
  'Wat moet, wat mag en wat werkt: een overzicht voor wie er morgen mee aan de slag gaat.',
  'Een nuchtere kijk, zonder vakjargon, voor ICT, directie en beleid.',
];

export const summaryOf = (by: Dice, topic: string): string => `${sentence(topic)}. ${by.pick(openings)}`;
