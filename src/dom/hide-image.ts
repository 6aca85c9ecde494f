/** A picture that does not come (a policy of the page, a wrong path) makes room for the sign beside it. */
export function hideImage({ target }: Event): void {
  (target as HTMLImageElement).hidden = true;
}
