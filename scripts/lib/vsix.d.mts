export interface Packed {
  readonly bytes: number;
  readonly files: readonly string[];
}

export function packedFiles(): Promise<string[]>;
export function packExtension(file: string): Promise<Packed>;
