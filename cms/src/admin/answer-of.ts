interface Refused {
  readonly response?: { readonly data?: { readonly error?: { readonly status?: number; readonly message?: string } } };
}

/** What the CMS answered to what failed; nothing when it did not answer. */
export const answerOf = (error: unknown) => (error as Refused).response?.data?.error ?? {};
