import { errors } from '@strapi/utils';
import { leaves } from '../mail/post-mail';

interface Context {
  readonly method: string;
}

/**
 * Without a mail server, whoever forgot a password is told that no mail will come, rather than left to wait for one.
 * Errors: ApplicationError, in the words of the login screens.
 */
export async function refuseReset(context: Context, next: () => Promise<void>): Promise<void> {
  if (context.method === 'POST' && !leaves()) throw new errors.ApplicationError(noMail);
  await next();
}

const noMail =
  'Ce serveur ne peut envoyer aucun courriel : aucun serveur de courrier n’est réglé (SMTP_URL). Demandez un nouveau mot de passe à un administrateur : il le change dans Paramètres, Utilisateurs.';
