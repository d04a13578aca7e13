/** Whoever is logged in to the panel, as Strapi knows them. */
export interface PanelUser {
  readonly id: number;
  readonly firstname?: string;
  readonly lastname?: string;
  readonly email: string;
}

/** Keeps a route of the panel to the roles that a right was given to: `onlyWhoMay('plugin::moderation.decide')`. */
export const onlyWhoMay = (action: string) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action] } }],
});

/** What colleagues call somebody; their address when they gave no name. */
export const nameOfUser = ({ firstname, lastname, email }: PanelUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || email;
