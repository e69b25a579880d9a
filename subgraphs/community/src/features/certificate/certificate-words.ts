import { Language } from '../person/language.js';

/** What a certificate and its page say, in the language of the holder. */
export interface CertificateWords {
  readonly locale: string;
  readonly certificate: string;
  readonly confirms: string;
  readonly attended: string;
  readonly when: string;
  readonly duration: string;
  readonly issuedOn: string;
  readonly verify: string;
  readonly valid: string;
  readonly validity: string;
  readonly revoked: string;
  readonly revocation: string;
  readonly holder: string;
  readonly unnamed: string;
  readonly code: string;
  readonly download: string;
  hours(count: string, isOne: boolean): string;
}

const words: Record<Language, CertificateWords> = {
  NL: {
    locale: 'nl-BE',
    certificate: 'Certificaat',
    confirms: 'Hiermee bevestigt Lokaal Digitaal dat',
    attended: 'heeft deelgenomen aan',
    when: 'Datum',
    duration: 'Duur',
    issuedOn: 'Uitgereikt op',
    verify: 'Controleer dit certificaat op',
    valid: 'Geldig certificaat',
    validity: 'Lokaal Digitaal heeft dit certificaat uitgereikt en het is geldig.',
    revoked: 'Ingetrokken',
    revocation: 'Lokaal Digitaal heeft dit certificaat ingetrokken. Het is niet langer geldig.',
    holder: 'Naam',
    unnamed: 'De houder heeft zijn of haar gegevens laten wissen.',
    code: 'Code',
    download: 'Certificaat als PDF',
    hours: (count) => `${count} uur`,
  },
  FR: {
    locale: 'fr-BE',
    certificate: 'Certificat',
    confirms: 'Lokaal Digitaal certifie que',
    attended: 'a participé à',
    when: 'Date',
    duration: 'Durée',
    issuedOn: 'Délivré le',
    verify: 'Vérifiez ce certificat sur',
    valid: 'Certificat valable',
    validity: 'Lokaal Digitaal a délivré ce certificat et il est valable.',
    revoked: 'Révoqué',
    revocation: 'Lokaal Digitaal a révoqué ce certificat. Il n’est plus valable.',
    holder: 'Nom',
    unnamed: 'Le titulaire a fait effacer ses données.',
    code: 'Code',
    download: 'Certificat en PDF',
    hours: (count, isOne) => `${count} ${isOne ? 'heure' : 'heures'}`,
  },
  EN: {
    locale: 'en-GB',
    certificate: 'Certificate',
    confirms: 'Lokaal Digitaal hereby certifies that',
    attended: 'attended',
    when: 'Date',
    duration: 'Duration',
    issuedOn: 'Issued on',
    verify: 'Verify this certificate at',
    valid: 'Valid certificate',
    validity: 'Lokaal Digitaal issued this certificate and it is valid.',
    revoked: 'Revoked',
    revocation: 'Lokaal Digitaal revoked this certificate. It is no longer valid.',
    holder: 'Name',
    unnamed: 'The holder had their data erased.',
    code: 'Code',
    download: 'Certificate as PDF',
    hours: (count, isOne) => `${count} ${isOne ? 'hour' : 'hours'}`,
  },
  DE: {
    locale: 'de-BE',
    certificate: 'Zertifikat',
    confirms: 'Lokaal Digitaal bestätigt hiermit, dass',
    attended: 'teilgenommen hat an',
    when: 'Datum',
    duration: 'Dauer',
    issuedOn: 'Ausgestellt am',
    verify: 'Prüfen Sie dieses Zertifikat auf',
    valid: 'Gültiges Zertifikat',
    validity: 'Lokaal Digitaal hat dieses Zertifikat ausgestellt und es ist gültig.',
    revoked: 'Widerrufen',
    revocation: 'Lokaal Digitaal hat dieses Zertifikat widerrufen. Es ist nicht mehr gültig.',
    holder: 'Name',
    unnamed: 'Der Inhaber hat seine Daten löschen lassen.',
    code: 'Code',
    download: 'Zertifikat als PDF',
    hours: (count, isOne) => `${count} ${isOne ? 'Stunde' : 'Stunden'}`,
  },
};

interface Facts {
  readonly language: Language;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hours: number;
  readonly issuedAt: Date;
}

export interface WrittenCertificate {
  readonly words: CertificateWords;
  /** Its day, or from its first to its last day. */
  readonly when: string;
  readonly duration: string;
  readonly issuedOn: string;
}

/** A certificate's facts, written out in its language. */
export function written({ language, startsOn, endsOn, hours, issuedAt }: Facts): WrittenCertificate {
  const own = words[language];
  const day = new Intl.DateTimeFormat(own.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const issued = new Intl.DateTimeFormat(own.locale, { dateStyle: 'long', timeZone: 'Europe/Brussels' });
  return {
    words: own,
    when: day.formatRange(new Date(startsOn), new Date(endsOn)),
    duration: own.hours(new Intl.NumberFormat(own.locale).format(hours), hours === 1),
    issuedOn: issued.format(issuedAt),
  };
}
