export function joinClassic(): Promise<void>;
