/**
 * The regional knowledge circles (kenniskringen): circle, reference regions (its own first, then others into which it
 * reaches), municipalities of today. Drawn by hand along landscapes and towns; who belongs to which is invented.
 */
export const circleTable: readonly (readonly [circle: string, regions: string, municipalities: string])[] = [
  // Antwerpen
  ['Antwerpen en Noordrand', 'Antwerpen', 'Antwerpen, Brasschaat, Kapellen, Schoten, Stabroek'],
  ['Voorkempen', 'Antwerpen', 'Brecht, Malle, Ranst, Schilde, Wijnegem, Wommelgem, Zandhoven'],
  ['Zuidrand', 'Antwerpen', 'Aartselaar, Boechout, Edegem, Kontich, Lint, Mortsel'],
  ['Rupelstreek', 'Antwerpen', 'Boom, Hemiksem, Niel, Rumst, Schelle'],
  ['Klein-Brabant en Vaartland', 'Mechelen', 'Bornem, Puurs-Sint-Amands, Willebroek'],
  ['Regio Mechelen', 'Mechelen', 'Bonheiden, Mechelen, Putte, Sint-Katelijne-Waver'],
  ['Netevallei', 'Mechelen', 'Berlaar, Duffel, Heist-op-den-Berg, Lier, Nijlen'],
  ['Stadsregio Turnhout', 'Kempen', 'Beerse, Oud-Turnhout, Turnhout, Vosselaar'],
  ['Noorderkempen', 'Kempen', 'Arendonk, Hoogstraten, Merksplas, Ravels, Rijkevorsel'],
  ['Middenkempen', 'Kempen', 'Grobbendonk, Herentals, Herenthout, Kasterlee, Lille, Olen'],
  ['Zuiderkempen', 'Kempen', 'Geel, Herselt, Hulshout, Laakdal, Westerlo'],
  ['Kempense Meren', 'Kempen', 'Balen, Dessel, Mol, Retie'],
  // Vlaams-Brabant
  ['Pajottenland', 'Halle-Vilvoorde', 'Lennik, Pajottegem, Pepingen, Roosdaal'],
  ['Zennevallei', 'Halle-Vilvoorde', 'Beersel, Drogenbos, Halle, Sint-Genesius-Rode, Sint-Pieters-Leeuw'],
  ['Westrand', 'Halle-Vilvoorde', 'Affligem, Asse, Dilbeek, Liedekerke, Ternat'],
  ['Brabantse Kouters', 'Halle-Vilvoorde', 'Grimbergen, Londerzeel, Meise, Merchtem, Opwijk, Wemmel, Zemst'],
  ['Luchthavenregio', 'Halle-Vilvoorde', 'Kampenhout, Machelen, Steenokkerzeel, Vilvoorde, Wezembeek-Oppem, Zaventem'],
  ['Druivenstreek', 'Leuven, Halle-Vilvoorde', 'Bertem, Hoeilaart, Huldenberg, Overijse, Tervuren'],
  ['Regio Leuven', 'Leuven', 'Bierbeek, Herent, Kortenberg, Leuven, Lubbeek, Oud-Heverlee'],
  ['Demer en Dijle', 'Leuven', 'Boortmeerbeek, Haacht, Keerbergen, Rotselaar, Tremelo'],
  ['Demervallei', 'Leuven', 'Aarschot, Begijnendijk, Diest, Scherpenheuvel-Zichem'],
  ['Hageland', 'Leuven', 'Bekkevoort, Boutersem, Glabbeek, Hoegaarden, Tielt-Winge, Tienen'],
  ['Getestreek', 'Leuven', 'Geetbets, Landen, Linter, Zoutleeuw'],
  // West-Vlaanderen
  ['Oostkust', 'Brugge', 'Blankenberge, Damme, Knokke-Heist, Zuienkerke'],
  ['Brugse Ommeland', 'Brugge', 'Beernem, Brugge, Jabbeke, Oostkamp, Torhout, Zedelgem'],
  ['Regio Oostende', 'Oostende', 'Bredene, De Haan, Gistel, Ichtegem, Middelkerke, Oostende, Oudenburg'],
  ['Westkust', 'Westhoek', 'Alveringem, De Panne, Koksijde, Nieuwpoort, Veurne'],
  ['IJzervallei', 'Westhoek', 'Diksmuide, Houthulst, Koekelare, Kortemark, Lo-Reninge'],
  [
    'Zuidelijke Westhoek',
    'Westhoek',
    'Heuvelland, Ieper, Langemark-Poelkapelle, Poperinge, Vleteren, Wervik, Zonnebeke',
  ],
  ['Regio Roeselare', 'Midwest', 'Hooglede, Ledegem, Moorslede, Roeselare, Staden'],
  ['Mandelstreek', 'Midwest', 'Ingelmunster, Izegem, Oostrozebeke, Wielsbeke'],
  ['Land van Tielt', 'Midwest', 'Ardooie, Dentergem, Pittem, Tielt, Wingene'],
  ['Leievallei', 'Kortrijk', 'Harelbeke, Kortrijk, Kuurne, Lendelede, Menen, Wevelgem'],
  ['Tussen Leie en Schelde', 'Kortrijk', 'Anzegem, Avelgem, Deerlijk, Waregem, Zwevegem'],
  // Oost-Vlaanderen
  ['Meetjesland', 'Gent', 'Aalter, Assenede, Eeklo, Kaprijke, Lievegem, Maldegem'],
  ['Kanaalzone', 'Gent', 'Evergem, Gent, Lochristi, Zelzate'],
  ['Leiestreek', 'Gent', 'Deinze, Nazareth-De Pinte, Sint-Martens-Latem, Zulte'],
  ['Rhode en Schelde', 'Gent', 'Destelbergen, Gavere, Merelbeke-Melle, Oosterzele'],
  ['Vlaamse Ardennen', 'Vlaamse Ardennen', 'Kluisbergen, Kruisem, Maarkedal, Oudenaarde, Ronse, Wortegem-Petegem'],
  ['Zwalmstreek', 'Vlaamse Ardennen', 'Brakel, Horebeke, Lierde, Zwalm'],
  ['Regio Zottegem', 'Dender', 'Herzele, Sint-Lievens-Houtem, Zottegem'],
  ['Denderstreek', 'Dender', 'Aalst, Denderleeuw, Erpe-Mere, Geraardsbergen, Lede, Ninove'],
  ['Regio Dendermonde', 'Dender', 'Buggenhout, Dendermonde, Hamme, Lebbeke, Waasmunster, Zele'],
  ['Kalkense Meersen', 'Dender', 'Berlare, Laarne, Wetteren, Wichelen'],
  ['Waasland', 'Waasland', 'Beveren-Kruibeke-Zwijndrecht, Lokeren, Sint-Gillis-Waas, Sint-Niklaas, Stekene, Temse'],
  // Limburg
  ['Noord-Limburg', 'Limburg', 'Hamont-Achel, Hechtel-Eksel, Lommel, Pelt'],
  ['Maasland', 'Limburg', 'Dilsen-Stokkem, Kinrooi, Lanaken, Maaseik, Maasmechelen'],
  ['Hoge Kempen', 'Limburg', 'As, Genk, Oudsbergen, Zutendaal'],
  ['West-Limburg', 'Limburg', 'Beringen, Herk-de-Stad, Heusden-Zolder, Leopoldsburg, Lummen, Tessenderlo-Ham'],
  ['Regio Hasselt', 'Limburg', 'Diepenbeek, Hasselt, Houthalen-Helchteren, Zonhoven'],
  ['West-Haspengouw', 'Limburg', 'Alken, Gingelom, Nieuwerkerken, Sint-Truiden'],
  ['Oost-Haspengouw en Voeren', 'Limburg', 'Bilzen-Hoeselt, Heers, Riemst, Tongeren-Borgloon, Voeren, Wellen'],
];

/** Neighbours in no circle that want to found one. */
export const proposalTable: readonly (readonly [circle: string, municipalities: string])[] = [
  ['Kalmthoutse Heide', 'Essen, Kalmthout, Wuustwezel'],
  ['Noordoost-Limburg', 'Bocholt, Bree, Peer'],
];

/** The other municipalities in no circle (blinde vlekken), with the circle that lies nearest. */
export const outsideTable: readonly (readonly [municipality: string, nearest: string])[] = [
  ['Hove', 'Zuidrand'],
  ['Lichtervelde', 'Regio Roeselare'],
  ['Haaltert', 'Denderstreek'],
  ['Holsbeek', 'Regio Leuven'],
  ['Halen', 'West-Limburg'],
  ['Vorselaar', 'Middenkempen'],
  ['Meerhout', 'Zuiderkempen'],
  ['Baarle-Hertog', 'Noorderkempen'],
  ['Zoersel', 'Voorkempen'],
  ['Bever', 'Pajottenland'],
  ['Linkebeek', 'Zennevallei'],
  ['Kapelle-op-den-Bos', 'Brabantse Kouters'],
  ['Kraainem', 'Luchthavenregio'],
  ['Kortenaken', 'Hageland'],
  ['Mesen', 'Zuidelijke Westhoek'],
  ['Spiere-Helkijn', 'Tussen Leie en Schelde'],
  ['Sint-Laureins', 'Meetjesland'],
  ['Herstappe', 'Oost-Haspengouw en Voeren'],
];
