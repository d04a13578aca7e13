interface Problem {
  message?: string;
  details?: { errors?: { message?: string }[] };
}

interface Context {
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/**
 * Puts into French what Strapi says is wrong, before the panel shows it.
 * The panel translates what it knows by itself; these sentences reach its screens as the server wrote them.
 */
export async function speakFrench(context: Context, next: () => Promise<void>): Promise<void> {
  await next();
  if (context.status < 400 || context.path.startsWith('/api/')) return;
  const error = (context.body as { error?: Problem } | undefined)?.error;
  if (!error) return;
  for (const problem of [error, ...(error.details?.errors ?? [])]) {
    if (typeof problem.message === 'string') problem.message = inFrench(problem.message);
  }
}

/** `inFrench('title must be at most 120 characters')` // => 'Ce texte est trop long : 120 caractères au plus.' */
export function inFrench(message: string): string {
  for (const [pattern, sentence] of sentences) {
    if (pattern.test(message)) return message.replace(pattern, sentence);
  }
  return message;
}

const forbidden = 'Vous n’avez pas le droit de faire cela.';

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^Invalid credentials$/, 'Cette adresse e-mail et ce mot de passe ne vont pas ensemble.'],
  [/^Too many requests.*$/, 'Trop de tentatives. Réessayez dans quelques minutes.'],
  [/^(Forbidden|Forbidden access|Policy Failed)$/, forbidden],
  [
    /^(Not Found|Document not found|Document not found or already published\.)$/,
    'Ce contenu est introuvable : il a peut-être été supprimé.',
  ],
  [
    /^Internal Server Error$/,
    'Le serveur a rencontré une erreur. Réessayez ; si elle revient, prévenez l’administration.',
  ],
  [/^This locale doesn't exist$/, 'Cette langue n’existe pas.'],
  [/^(\d+) errors occurred$/, 'Le contenu a $1 erreurs à corriger.'],
  [
    /^Invalid password\. Expected .*$/s,
    'Ce mot de passe est trop simple : 8 caractères au moins, dont un chiffre et une majuscule.',
  ],
  [/^This attribute must be unique$/, 'Cette valeur est déjà prise.'],
  [/^.* (must be defined\.?|is a required field|cannot be null|cannot be empty)$/, 'Ce champ doit être rempli.'],
  [/^.* must be at most (\d+) characters$/, 'Ce texte est trop long : $1 caractères au plus.'],
  [/^.* must be at least (\d+) characters$/, 'Ce texte est trop court : $1 caractères au moins.'],
  [/^.* must be less than or equal to (-?\d+)$/, 'Ce nombre est trop grand : $1 au plus.'],
  [/^.* must be greater than or equal to (-?\d+)$/, 'Ce nombre est trop petit : $1 au moins.'],
  [/^.* must match the following: .*$/s, 'Cette valeur n’a pas la forme attendue.'],
  [/^.* must be a valid email$/, 'Cette adresse e-mail n’est pas valable.'],
  [/^.* must be one of the following values: .*$/s, 'Cette valeur n’est pas dans la liste.'],
  [/^.* must be a `\w+` type.*$/s, 'Cette valeur n’a pas la forme attendue.'],
];
