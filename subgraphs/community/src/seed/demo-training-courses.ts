/** A training of the demonstration data. */
export interface DemoTraining {
  readonly title: string;
  readonly about: string;
  readonly hours: number;
  readonly credits: number;
  readonly theme: string;
  readonly cyfun?: readonly string[];
  /** Title of the training that comes before it. */
  readonly after?: string;
}

type Line = readonly [title: string, hours: number, credits: number, cyfun?: string, after?: string];

/** By theme: what it teaches, and the trainings. */
const lines: readonly (readonly [theme: string, about: string, trainings: readonly Line[]])[] = [
  [
    'gegevensbescherming',
    'Voor functionarissen voor gegevensbescherming en wie met persoonsgegevens werkt.',
    [
      ['Certified DPO: basis', 30, 5, 'GV.PO GV.OC'],
      ['Certified DPO: verdieping', 18, 4, 'GV.PO GV.RM', 'Certified DPO: basis'],
      ['Het verwerkingsregister in de praktijk', 6, 1, 'ID.AM'],
      ['Een effectbeoordeling uitvoeren', 6, 1, 'ID.RA', 'Het verwerkingsregister in de praktijk'],
      ['Verwerkersovereenkomsten onderhandelen', 3, 1, 'GV.SC'],
      ['Een datalek melden binnen 72 uur', 3, 1, 'RS.CO RS.MA'],
    ],
  ],
  [
    'informatieveiligheid',
    'Voor wie de veiligheid van informatie organiseert in een lokaal bestuur.',
    [
      ['Informatieveiligheidsconsulent: basis', 24, 4, 'GV.RR GV.PO'],
      ['CyberFundamentals: van meting naar plan', 6, 2, 'GV.RM ID.IM', 'Informatieveiligheidsconsulent: basis'],
      ['Risicoanalyse stap voor stap', 6, 2, 'ID.RA GV.RM'],
      ['Toegang en rechten beheren', 6, 1, 'PR.AA'],
      ['Veilig configureren van Microsoft 365', 12, 2, 'PR.PS PR.AA'],
      ['Kwetsbaarheden opvolgen', 6, 1, 'ID.RA DE.CM'],
    ],
  ],
  [
    'bewustmaking-en-opleiding',
    'Voor alle medewerkers, ook zonder technische kennis.',
    [
      ['Phishing herkennen', 3, 1, 'PR.AT'],
      ['Phishingtests opzetten', 3, 1, 'PR.AT', 'Phishing herkennen'],
      ['Cyberveilig aan het loket', 3, 1, 'PR.AT'],
      ['Cyberveiligheid voor mandatarissen', 2, 0, 'PR.AT GV.RR'],
      ['Ambassadeur informatieveiligheid', 12, 2, 'PR.AT'],
    ],
  ],
  [
    'nis2',
    'Voor besturen die onder de NIS2-wet vallen, en hun leidinggevenden.',
    [
      ['NIS2 voor leidend ambtenaren', 3, 1, 'GV.OC GV.RR'],
      ['NIS2: een incident melden', 3, 1, 'RS.CO'],
    ],
  ],
  [
    'incidentbeheer',
    'Voor wie handelt wanneer het misgaat.',
    [
      ['Crisisoefening cyberincident', 6, 2, 'RS.MA RS.CO'],
      ['Herstellen na ransomware', 6, 2, 'RC.RP', 'Crisisoefening cyberincident'],
    ],
  ],
  [
    'continuiteit-en-herstel',
    'Voor wie de dienstverlening draaiende houdt.',
    [
      ['Een noodplan voor ICT schrijven', 6, 2, 'RC.RP PR.IR'],
      ['Back-ups die terugkomen', 3, 1, 'PR.DS RC.RP'],
    ],
  ],
  [
    'interoperabiliteit',
    'Voor architecten, analisten en wie systemen koppelt.',
    [
      ['OSLO: datastandaarden lezen en gebruiken', 6, 2],
      ['Architectuur van een lokaal bestuur', 12, 3],
      ['Koppelen met MAGDA', 6, 2, undefined, 'OSLO: datastandaarden lezen en gebruiken'],
    ],
  ],
  [
    'digitale-werkplek',
    'Voor projectleiders, leidinggevenden en begeleiders van verandering.',
    [
      ['Projectmanagement: basis', 12, 3],
      ['Projectmanagement: gevorderd', 12, 3, undefined, 'Projectmanagement: basis'],
      ['Verandermanagement', 12, 3],
      ['Leidinggeven aan ICT', 18, 4],
      ['Leidinggeven aan digitale transformatie', 18, 4, undefined, 'Leidinggeven aan ICT'],
      ['Adoptie van Teams en SharePoint', 6, 1],
    ],
  ],
  [
    'aankoop-en-overheidsopdrachten',
    'Voor wie software en diensten aankoopt.',
    [
      ['Software aankopen als bestuur', 6, 2, 'GV.SC'],
      ['Leveranciers opvolgen', 3, 1, 'GV.SC'],
    ],
  ],
  [
    'artificiele-intelligentie',
    'Voor wie met artificiële intelligentie wil beginnen, of ermee te maken krijgt.',
    [
      ['Artificiële intelligentie: wat mag', 3, 1],
      ['Prompten voor ambtenaren', 3, 1],
    ],
  ],
  [
    'documentbeheer-en-archief',
    'Voor archivarissen en wie documenten ordent.',
    [
      ['Digitaal archiveren', 6, 2],
      ['Bewaartermijnen toepassen', 3, 1, undefined, 'Digitaal archiveren'],
    ],
  ],
  [
    'geo-informatie',
    'Voor wie met kaarten en plannen werkt.',
    [
      ['GIS voor beginners', 12, 2],
      ['GIPOD en werven', 3, 1],
    ],
  ],
];

/** About 40: what the association teaches. */
export const demoTrainings: readonly DemoTraining[] = lines.flatMap(([theme, about, trainings]) =>
  trainings.map(([title, hours, credits, cyfun, after]) => ({
    title,
    about,
    hours,
    credits,
    theme,
    ...(cyfun !== undefined && { cyfun: cyfun.split(' ') }),
    ...(after !== undefined && { after }),
  })),
);
