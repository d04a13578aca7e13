/** Who may see which mails leave. */
export const rights = {
  see: [{ action: 'plugin::mail.see', subject: null }],
  read: [{ action: 'plugin::mail.read', subject: null }],
};
