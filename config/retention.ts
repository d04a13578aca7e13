/** How long what people send is kept, in days. The jobs that erase read it here; the privacy page says the same. */
export const retention = {
  /** What nobody confirmed by the link in the mail. */
  unconfirmed: 7,
  /** A link by which an address is confirmed; a fresh one can be had as long as what it confirms is there. */
  confirmationLink: 2,
  /** A link by which a sender follows what became of it. */
  followLink: 365,
  /** A link by which listings are managed, when its owner asks for it; a fresh one can be had at any time. */
  managementLink: 7,
  /** The same, in the mails that ask whether a listing is still right. */
  reminderLink: 30,
  /** A link by which somebody takes over a listing that is handed to them. */
  handoverLink: 7,
  /** A link by which a sender answers what moderators ask. */
  answerLink: 30,
  /** A link by which the author of a comment changes it or takes it back. */
  commentLink: 1,
  /** A link by which somebody asks for no more mails about answers. */
  unsubscribeLink: 365,
  /** A link by which somebody has all the data of their address, or erases them. */
  personalDataLink: 1,
  /** The salt of a day, without which the hash of an address leads back to nobody; the hash itself is gone within hours. */
  senderHash: 1,
  /** The trace that a mail has left: to whom, and about what. */
  sentMail: 90,
  /** A mail that could not leave, with its text. */
  unsentMail: 30,
} as const;

/** The moment that lies some days from another. */
export const daysFrom = (moment: Date, days: number): Date => new Date(moment.getTime() + days * 86_400_000);
