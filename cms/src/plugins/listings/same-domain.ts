/** Where anybody can have an address: it says nothing of who they work for. */
const publicMailboxes = new Set(
  `aol.com base.be belgacom.net free.fr gmail.com gmx.com gmx.de gmx.fr gmx.net googlemail.com hotmail.be hotmail.com
  hotmail.fr icloud.com laposte.net live.be live.com live.fr mac.com mail.com me.com msn.com orange.fr outlook.be outlook.com
  outlook.fr pm.me proton.me protonmail.com proximus.be scarlet.be sfr.fr skynet.be swing.be telenet.be tutanota.com voo.be
  wanadoo.fr yahoo.be yahoo.com yahoo.fr yandex.com ymail.com zoho.com`.split(/\s+/),
);

/** `domainOf('Marie@Agoria.be')` // => 'agoria.be' */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** `hostOf('https://www.agoria.be/fr')` // => 'agoria.be'; undefined when it is no address */
export function hostOf(website: string | null): string | undefined {
  return URL.parse(website ?? '')?.hostname.replace(/^www\./, '');
}

/**
 * Whether an address shows that its holder speaks for the organisation of a website: it is on the very same domain. One below
 * it may be anybody's whom the organisation knows (the students of a university), one above it may be another organisation's.
 * Never so where anybody can have an address.
 */
export function isOnDomain(email: string, website: string | null): boolean {
  const domain = domainOf(email);
  const host = hostOf(website);
  if (host === undefined || publicMailboxes.has(domain) || publicMailboxes.has(host)) return false;
  return domain === host;
}
