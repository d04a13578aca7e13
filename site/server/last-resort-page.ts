import type { Failure } from '../src/lib/failure.ts';
import type { Rendered } from './render-page.ts';

/** Shown when even the site's own error page cannot be rendered: no style sheet, no image, nothing that could fail in turn. */
export function lastResortPage({ status, retryAfter }: Failure): Rendered {
  const headers: Rendered['headers'] = { 'content-type': 'text/html; charset=utf-8' };
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  return { status, headers, body: Buffer.from(status < 500 ? REFUSED : UNAVAILABLE) };
}

const UNAVAILABLE = page(
  'Cette page est momentanément indisponible',
  'Le site rencontre une difficulté passagère. Réessayez dans quelques instants.',
);

const REFUSED = page(
  'Nous n’avons pas compris cette demande',
  'L’adresse ou ce qui a été envoyé ne convient pas. Revenez à l’accueil et réessayez.',
);

function page(title: string, sentence: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · S-tetic</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${sentence}</p>
<p><a href="/">Accueil de S-tetic</a></p>
</main>
</body>
</html>
`;
}
