import type { DemoCircle, DemoCompany } from '@lokaal/shared/demo';

type Audience = 'NON_MEMBER' | 'EFFECTIVE' | 'ACCEDED' | 'COMPANY';

export interface DemoVenue {
  readonly name: string;
  readonly street?: string;
  readonly postalCode: string;
  readonly locality: string;
}

export interface DemoTrack {
  readonly name: string;
  readonly kind: 'TECHNICAL' | 'POLICY' | 'VENDOR' | 'PRIVATE';
}

/** Times of a session are of the day of its event, on the clock of Brussels, such as 13:30; day 2 is the day after. */
export interface DemoSession {
  readonly title: string;
  readonly track: string;
  readonly from: string;
  readonly to: string;
  readonly day?: 1 | 2;
  readonly room?: string;
  readonly capacity?: number;
  readonly signup?: boolean;
  readonly themes?: readonly string[];
  readonly cyfun?: readonly string[];
  readonly company?: DemoCompany;
  /** Slugs of products of that company in the catalogue's demonstration data. */
  readonly solutions?: readonly string[];
  readonly speakers?: number;
}

export interface DemoQuestion {
  readonly label: string;
  readonly kind: 'TEXT' | 'CHOICE' | 'BOOLEAN';
  readonly options?: readonly string[];
  readonly required?: boolean;
}

/** An event to invent: what its rows follow from. */
export interface DemoEvent {
  readonly series: string;
  readonly edition: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly mode: 'ON_SITE' | 'ONLINE' | 'HYBRID';
  /** On the clock of Brussels: 2024-10-15T09:00. */
  readonly from: string;
  readonly to: string;
  readonly venue?: DemoVenue;
  readonly circle?: DemoCircle;
  readonly onSite?: number;
  readonly online?: number;
  readonly themes: readonly string[];
  /** Else it follows from its time. */
  readonly status?: 'CANCELLED';
  readonly prices: Readonly<Partial<Record<Audience, number>>>;
  readonly questions?: readonly DemoQuestion[];
  readonly tracks?: readonly DemoTrack[];
  readonly rooms?: readonly (readonly [name: string, capacity: number])[];
  readonly sessions?: readonly DemoSession[];
  readonly exhibitors?: readonly DemoCompany[];
  readonly certificateHours?: number;
  readonly minimumSessions?: number;
}

export const diet: DemoQuestion = {
  label: 'Hebt u een dieetwens?',
  kind: 'CHOICE',
  options: ['Geen', 'Vegetarisch', 'Veganistisch', 'Halal', 'Andere: ik laat het weten'],
  required: true,
};

/** Places that do not exist, in towns that do. */
export const venues = {
  wolkammerij: {
    name: 'Congrescentrum De Wolkammerij',
    street: 'Nekkerweg 12',
    postalCode: '2800',
    locality: 'Mechelen',
  },
  kaaihallen: { name: 'De Kaaihallen', street: 'Dokkaai 40', postalCode: '9000', locality: 'Gent' },
  stokerij: { name: 'De Oude Stokerij', street: 'Vlasmarkt 3', postalCode: '8800', locality: 'Roeselare' },
  mijnzaal: { name: 'De Mijnzaal', street: 'Schachtlaan 1', postalCode: '3600', locality: 'Genk' },
  drukhuis: { name: 'Het Drukhuis', street: 'Tiensevest 88', postalCode: '3000', locality: 'Leuven' },
} as const satisfies Record<string, DemoVenue>;
