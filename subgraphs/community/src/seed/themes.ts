import { seededId, type SeedRow } from '@lokaal/shared/seeding';

interface ThemeText {
  readonly label: string;
  readonly description: string;
  readonly cyfun?: readonly string[];
}

/** By slug. The categories are those of CyberFundamentals 2023 and 2025. */
const themes: Readonly<Record<string, ThemeText>> = {
  informatieveiligheid: {
    label: 'Informatieveiligheid',
    description: 'Beleid, organisatie en risico’s van de veiligheid van informatie bij lokale besturen.',
    cyfun: ['GV.OC', 'GV.PO', 'GV.RM', 'GV.RR', 'GV.OV', 'ID.BE', 'ID.GV', 'ID.RM'],
  },
  cyberfundamentals: {
    label: 'CyberFundamentals',
    description: 'Het raamwerk CyFun van het Centrum voor Cybersecurity België: metingen, stappenplan, labels.',
  },
  nis2: {
    label: 'NIS2',
    description:
      'De Europese richtlijn voor netwerk- en informatiebeveiliging en wat zij voor lokale besturen betekent.',
    cyfun: ['GV.OC', 'GV.RR', 'ID.GV'],
  },
  risicobeheer: {
    label: 'Risicobeheer',
    description: 'Risicoanalyse, kwetsbaarheden en het verbeteren van maatregelen.',
    cyfun: ['GV.RM', 'ID.RA', 'ID.RM', 'ID.IM'],
  },
  'activa-en-inventaris': {
    label: 'Activa en inventaris',
    description: 'Weten welke toestellen, software en gegevens een bestuur heeft.',
    cyfun: ['ID.AM'],
  },
  leveranciersbeheer: {
    label: 'Leveranciersbeheer',
    description: 'Contracten, toeleveringsketen, verwerkersovereenkomsten en uitstapplannen.',
    cyfun: ['GV.SC', 'ID.SC'],
  },
  'toegang-en-identiteit': {
    label: 'Toegang en identiteit',
    description: 'Gebruikersbeheer, aanmelden met meer dan een factor, rollen en rechten.',
    cyfun: ['PR.AA', 'PR.AC'],
  },
  'bewustmaking-en-opleiding': {
    label: 'Bewustmaking en opleiding',
    description: 'Medewerkers en mandatarissen die risico’s herkennen: campagnes, phishingtests, opleidingen.',
    cyfun: ['PR.AT'],
  },
  gegevensbescherming: {
    label: 'Gegevensbescherming',
    description: 'De AVG in de praktijk: verwerkingsregister, rechten van betrokkenen, datalekken, DPO.',
    cyfun: ['PR.DS'],
  },
  'infrastructuur-en-netwerken': {
    label: 'Infrastructuur en netwerken',
    description: 'Servers, werkplekken, netwerken, onderhoud en technische bescherming.',
    cyfun: ['PR.IP', 'PR.IR', 'PR.MA', 'PR.PS', 'PR.PT'],
  },
  'detectie-en-monitoring': {
    label: 'Detectie en monitoring',
    description: 'Afwijkingen zien: logboeken, SOC, continue opvolging.',
    cyfun: ['DE.AE', 'DE.CM', 'DE.DP'],
  },
  incidentbeheer: {
    label: 'Incidentbeheer',
    description: 'Reageren op een cyberaanval: draaiboeken, melding, communicatie, analyse.',
    cyfun: ['RS.AN', 'RS.CO', 'RS.IM', 'RS.MA', 'RS.MI', 'RS.RP'],
  },
  'continuiteit-en-herstel': {
    label: 'Continuïteit en herstel',
    description: 'Back-ups, herstelplannen en dienstverlening die blijft draaien.',
    cyfun: ['RC.CO', 'RC.IM', 'RC.RP'],
  },
  'artificiele-intelligentie': {
    label: 'Artificiële intelligentie',
    description: 'Gebruik van AI in dienst van de burger: toepassingen, AI-verordening, ethiek.',
  },
  'data-en-standaarden': {
    label: 'Data en standaarden',
    description: 'OSLO, master data, datakwaliteit, open data en datagedreven beleid.',
  },
  interoperabiliteit: {
    label: 'Interoperabiliteit',
    description: 'Koppelingen tussen systemen, bouwstenen, authentieke bronnen en het LB365-ecosysteem.',
  },
  'digitale-dienstverlening': {
    label: 'Digitale dienstverlening',
    description: 'E-loketten, afspraken, meldingen en de klantreis van burger en ondernemer.',
  },
  'digitale-inclusie': {
    label: 'Digitale inclusie',
    description: 'Iedereen mee: toegankelijkheid, digibanken, begeleiding en eenvoudige taal.',
  },
  'documentbeheer-en-archief': {
    label: 'Documentbeheer en archief',
    description: 'SharePoint, dossiers, informatiebeheer en digitaal archiveren.',
  },
  'digitale-werkplek': {
    label: 'Digitale werkplek',
    description: 'Microsoft 365, hybride werken, WPAAS en de werkplek als dienst.',
  },
  'cloud-en-soevereiniteit': {
    label: 'Cloud en soevereiniteit',
    description: 'Hosting, locatie van gegevens, Europese wolk en afhankelijkheid van leveranciers.',
  },
  'open-source': {
    label: 'Open source',
    description: 'Vrije software bij besturen: hergebruik, beheer, publiccode.',
  },
  'geo-informatie': {
    label: 'Geo-informatie',
    description: 'GIS, kaarten, adressen, digitale tweeling en slimme stad.',
  },
  'aankoop-en-overheidsopdrachten': {
    label: 'Aankoop en overheidsopdrachten',
    description: 'Raamcontracten, bestekken en aankopen van ICT volgens de wet overheidsopdrachten.',
  },
  'project-en-verandermanagement': {
    label: 'Project- en verandermanagement',
    description: 'Projecten leiden, mensen meenemen en fusies van gemeenten voorbereiden.',
  },
  'strategie-en-leiderschap': {
    label: 'Strategie en leiderschap',
    description: 'Masterplanning, ICT-beleid, samenwerking tussen besturen en digitaal leiderschap.',
  },
};

export const themeRows: readonly SeedRow[] = Object.entries(themes).map(
  ([slug, { label, description, cyfun = [] }]) => ({
    id: seededId('theme', slug),
    slug,
    label,
    description,
    cyfun_categories: cyfun,
  }),
);
