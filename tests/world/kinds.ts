/**
 * An address for every kind of page: what the accessibility checks, the screenshots and the audits visit.
 * French; other languages are `/<locale>` and the same address.
 */
export const kindsOfPage = {
  home: '/',
  charter: '/charte',
  step: '/charte/favoriser-les-developpements-technologiques',
  directory: '/ressources?step=3',
  emptyDirectory: '/ressources?step=5&zone=brabant-wallon',
  resource: '/ressources/agoria',
  coverage: '/ressources/couverture',
  form: '/ressources/inscrire?step=5&zone=brabant-wallon',
  assessment: '/ou-en-etes-vous',
  outcome: '/ou-en-etes-vous?faites=1245678',
  faq: '/faq',
  emptyFaq: '/faq?q=zzz',
  glossary: '/glossaire',
  tour: '/webtour/la-charte-en-neuf-arrets',
  stop: '/webtour/la-charte-en-neuf-arrets/creer-du-business',
  search: '/recherche?q=charte',
  openData: '/donnees-ouvertes',
  statement: '/ecoconception',
  text: '/vie-privee',
  reply: '/repondre/5f1c0a7be2d94836',
  report: '/signaler/fiche/cetic',
  personalData: '/mes-donnees',
  notFound: '/nulle-part',
} as const;

/** addressIn('nl', '/charte') // => '/nl/charte' */
export function addressIn(locale: string, address: string): string {
  if (locale === 'fr') return address;
  return address === '/' ? `/${locale}` : `/${locale}${address}`;
}
