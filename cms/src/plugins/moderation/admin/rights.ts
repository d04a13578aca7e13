/** Who may see what waits and decide of it. */
export const rights = [{ action: 'plugin::moderation.decide', subject: null }];
