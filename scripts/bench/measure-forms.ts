import { percentile } from './process-figures.ts';

/** What is sent, by what becomes of it. */
const forms = {
  'a comment, received': { text: 'Une remarque', status: 303 },
  'a comment without text, shown again': { text: '', status: 422 },
} as const;

/** Milliseconds from sending a form to its answer, one after the other. */
export async function measureForms(
  siteUrl: string,
  asked = 20,
): Promise<{ title: string; median: number; p95: number }[]> {
  const figures = [];
  for (const [title, { text, status }] of Object.entries(forms)) {
    const times: number[] = [];
    for (let round = 0; round < asked; round++) {
      const started = performance.now();
      const answer = await sendComment(siteUrl, text && `${text} ${round}`);
      await answer.text();
      if (answer.status !== status)
        throw new Error(`The site answered ${answer.status} to a comment, ${status} was expected.`);
      times.push(performance.now() - started);
    }
    figures.push({ title, median: percentile(times, 0.5), p95: percentile(times, 0.95) });
  }
  return figures;
}

function sendComment(siteUrl: string, text: string): Promise<Response> {
  return fetch(`${siteUrl}/commenter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: siteUrl },
    body: new URLSearchParams({
      path: '/faq',
      audience: 'remark',
      author: 'Banc d’essai',
      email: 'banc@exemple.example',
      text,
    }),
  });
}
