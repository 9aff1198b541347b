/*
 * The little that the browser's extension host needs of a worker. TypeScript's own library for browsers would also
 * bring in a page, which that host does not have.
 */
declare class Worker {
  constructor(url: string, options?: { readonly name?: string });
  terminate(): void;
}
