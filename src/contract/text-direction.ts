/** `rtl` for languages whose script is written so. */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  /^(?:ar|fa|he|ps|ur|yi|dv|ug|sd|ckb)\b/i.test(language) ? 'rtl' : 'ltr';
