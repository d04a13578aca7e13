class CmsUnavailable extends Error {
  override name = 'CmsUnavailable';
}

/** The text that the CMS holds at a path; undefined when it holds none. */
export async function readText(path: string): Promise<string | undefined> {
  const response = await fetch(`${process.env['CMS_URL']}${path}`, { signal: AbortSignal.timeout(1_000) }).catch(
    (cause) => {
      throw new CmsUnavailable(`No answer to ${path}.`, { cause });
    },
  );
  if (response.status === 404) return undefined;
  if (!response.ok) throw new CmsUnavailable(`${response.status} to ${path}.`);
  return response.text();
}
