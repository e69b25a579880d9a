import { EmploymentRole } from './employment.enums.js';
import { Language } from './language.js';

/** DPO and CISO are called so in every language. */
const words: Readonly<Record<Language, Readonly<Record<EmploymentRole, string>>>> = {
  NL: {
    MEMBER_CONTACT: 'contactpersoon',
    ICT_MANAGER: 'ICT-verantwoordelijke',
    DPO: 'DPO',
    CISO: 'CISO',
    PORTFOLIO_EDITOR: 'portfoliobeheerder',
    VENDOR_EDITOR: 'leveranciersredacteur',
    READER: 'lezer',
  },
  FR: {
    MEMBER_CONTACT: 'personne de contact',
    ICT_MANAGER: 'responsable TIC',
    DPO: 'DPO',
    CISO: 'CISO',
    PORTFOLIO_EDITOR: 'gestionnaire du portefeuille',
    VENDOR_EDITOR: 'rédacteur du fournisseur',
    READER: 'lecteur',
  },
  EN: {
    MEMBER_CONTACT: 'contact person',
    ICT_MANAGER: 'ICT manager',
    DPO: 'DPO',
    CISO: 'CISO',
    PORTFOLIO_EDITOR: 'portfolio editor',
    VENDOR_EDITOR: 'vendor editor',
    READER: 'reader',
  },
  DE: {
    MEMBER_CONTACT: 'Kontaktperson',
    ICT_MANAGER: 'IT-Verantwortung',
    DPO: 'DPO',
    CISO: 'CISO',
    PORTFOLIO_EDITOR: 'Portfoliopflege',
    VENDOR_EDITOR: 'Anbieterredaktion',
    READER: 'Leserecht',
  },
};

/** Roles as people call them, for mails; empty without roles. */
export const rolesInWords = (roles: readonly EmploymentRole[], language: Language): string =>
  roles.map((role) => words[language][role]).join(', ');
