import type { Mailing } from '@s-tetic/cms/contracts/proof';
import { FRENCH } from '../i18n/locale.ts';

/** What a sender is told: that a mail left, that it was kept for want of a mail server, or that this was received before. */
export type Told = Mailing | 'again';

interface Addressed {
  readonly slug: string;
}

interface Filters {
  readonly step?: number | undefined;
  readonly zone?: string | undefined;
  readonly kind?: string | undefined;
}

/** The addresses of the site without locale, as functions of what they show. `localized` adds the language. */
export const paths = {
  home: '/',
  charter: '/charte',
  step: ({ slug }: Addressed) => `/charte/${slug}`,
  assessment: '/ou-en-etes-vous',
  resources: '/ressources',
  resourcesOf: (filters: Filters) => `/ressources${queryOf(filters)}`,
  coverage: '/ressources/couverture',
  resource: ({ slug }: Addressed) => `/ressources/${slug}`,
  resourcesFeed: '/ressources/feed.xml',
  register: '/ressources/inscrire',
  /** The form with a step and a zone already chosen. */
  registerFor: (place: Pick<Filters, 'step' | 'zone'>) => `/ressources/inscrire${queryOf(place)}`,
  registered: (reference: string, told: Told) =>
    `/ressources/inscrire/merci?${new URLSearchParams({ reference, ...(told !== 'sent' && { told }) })}`,
  /** Where an owner asks for the link to their listings. */
  manage: '/ressources/gerer',
  manageAsked: (mail: Mailing) => `/ressources/gerer/envoye${mail === 'sent' ? '' : `?told=${mail}`}`,
  holdings: (token: string) => `/ressources/gerer/${token}`,
  /** What an owner does to one of their listings. */
  holding: (token: string, { slug }: Addressed, does: 'modifier' | 'supprimer' | 'transmettre') =>
    `/ressources/gerer/${token}/${slug}/${does}`,
  takeOver: (token: string) => `/ressources/reprendre/${token}`,
  claim: ({ slug }: Addressed) => `/ressources/${slug}/demander`,
  claimed: ({ slug }: Addressed, mail: Mailing) =>
    `/ressources/${slug}/demandee${mail === 'sent' ? '' : `?told=${mail}`}`,
  comment: '/commenter',
  reply: (key: string) => `/repondre/${key}`,
  report: (kind: 'listing' | 'comment', key: string) =>
    `/signaler/${kind === 'listing' ? 'fiche' : 'commentaire'}/${key}`,
  reported: '/signaler/merci',
  ownComment: (token: string) => `/mon-commentaire/${token}`,
  withdrawComment: (token: string) => `/mon-commentaire/${token}/retirer`,
  silence: (token: string) => `/courriels/${token}`,
  personalData: '/mes-donnees',
  personalDataOf: (token: string) => `/mes-donnees/${token}`,
  personalCopy: (token: string) => `/mes-donnees/${token}/copie`,
  personalErasure: (token: string) => `/mes-donnees/${token}/effacer`,
  confirm: (token: string) => `/confirmer/${token}`,
  renew: (token: string) => `/confirmer/${token}/nouveau`,
  follow: (token: string) => `/suivi/${token}`,
  answer: (token: string) => `/question/${token}`,
  faq: '/faq',
  faqFeed: '/faq/feed.xml',
  questionsWith: (words: string) => `/faq?${new URLSearchParams({ q: words })}`,
  question: ({ slug }: Addressed) => `/faq#${slug}`,
  glossary: '/glossaire',
  term: ({ slug }: Addressed) => `/glossaire#${slug}`,
  search: '/recherche',
  suggestions: '/recherche/suggestions.json',
  openSearch: '/opensearch.xml',
  tours: '/webtour',
  tour: ({ slug }: Addressed) => `/webtour/${slug}`,
  stop: (tour: Addressed, stop: Addressed) => `/webtour/${tour.slug}/${stop.slug}`,
  commentsFeed: '/commentaires/feed.xml',
  /** The feed of the comments of one page: `/commentaires/charte_se-connaitre.xml`. `pathOfName` leads back. */
  pageFeed: (path: string) => `/commentaires/${nameOf(path)}.xml`,
  sitemapIndex: '/sitemap.xml',
  sitemap: (number: number) => `/sitemap-${number}.xml`,
  securityTxt: '/.well-known/security.txt',
  openData: '/donnees-ouvertes',
  dataFile: (name: string) => `/donnees-ouvertes/${name}`,
  /** The picture of a page, where a link to it is shared: `/partage/charte_se-connaitre.png`. `pathOfName` leads back. */
  card: (path: string) => `/partage/${nameOf(path)}.png`,
  page: ({ slug }: Addressed) => `/${slug}`,
} as const;

/** `nameOf('/charte/se-connaitre')` // => 'charte_se-connaitre', a file's name for a page; `nameOf('/')` // => 'accueil' */
const nameOf = (path: string): string => (path === '/' ? 'accueil' : path.slice(1).replaceAll('/', '_'));

/** `pathOfName('charte_se-connaitre')` // => '/charte/se-connaitre'; `pathOfName('accueil')` // => '/' */
export function pathOfName(name: string): string {
  return name === 'accueil' ? '/' : `/${name.replaceAll('_', '/')}`;
}

/**
 * The address of a path in a language: French has no prefix.
 * `localized('/charte', 'en')` // => '/en/charte'; `localized('/', 'en')` // => '/en'
 */
export function localized(path: string, locale: string): string {
  if (locale === FRENCH) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** Whether `path` is `section` or below it: `isWithin('/charte/se-connaitre', '/charte')` // => true */
export function isWithin(path: string, section: string): boolean {
  return path === section || (section !== '/' && path.startsWith(`${section}/`));
}

/** `queryOf({ step: 5, zone: undefined })` // => '?step=5' */
function queryOf(values: Filters): string {
  const written = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return written.length === 0 ? '' : `?${new URLSearchParams(written)}`;
}
