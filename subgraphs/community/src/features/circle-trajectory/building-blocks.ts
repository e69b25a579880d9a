/** A building block (bouwsteen) that local authorities share, by the name under which a trajectory has it. */
interface BuildingBlock {
  readonly name: string;
  readonly description: string;
}

/** In alphabetical order. Names only: the catalogue will own building blocks. */
export const buildingBlocks: readonly BuildingBlock[] = [
  { name: 'ACM/IDM', description: 'Toegangs- en gebruikersbeheer van de Vlaamse overheid.' },
  { name: 'Basisregisters Vlaanderen', description: 'Adressen, gebouwen, percelen en wegen uit de authentieke bron.' },
  { name: 'Digitaal Archief Vlaanderen', description: 'Digitale documenten duurzaam bewaren.' },
  { name: 'eBox', description: 'Post van de overheid voor burgers en ondernemingen, digitaal bezorgd.' },
  { name: 'GIPOD', description: 'Werken en manifestaties op het openbaar domein, op elkaar afgestemd.' },
  {
    name: 'Lokale beslissingen als gelinkte open data',
    description: 'Besluiten publiceren zodat toepassingen ze hergebruiken.',
  },
  { name: 'MAGDA', description: 'Gegevens van authentieke bronnen opvragen in plaats van ze opnieuw te vragen.' },
  { name: 'Mijn Burgerprofiel', description: 'Eén plaats waar burgers hun dossiers bij overheden volgen.' },
  { name: 'Omgevingsloket', description: 'Aanvragen, adviezen en beslissingen over omgevingsvergunningen.' },
  { name: 'OSLO', description: 'Datastandaarden waarmee toepassingen elkaar begrijpen.' },
  { name: 'Verenigingsregister', description: 'Verenigingen en hun gegevens uit één bron.' },
];

/** A name as the list writes it, however it was written; undefined when it has none. */
export const nameInList = (written: string): string | undefined =>
  buildingBlocks.find(({ name }) => name.toLowerCase() === written.toLowerCase())?.name;
