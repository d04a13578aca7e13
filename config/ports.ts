/** The ports that the two programs take on this machine unless CMS_PORT or SITE_PORT says otherwise. */
export const ports = { cms: 1337, site: 4321 } as const;
