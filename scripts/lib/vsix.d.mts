export function packExtension(file: string): Promise<void>;
