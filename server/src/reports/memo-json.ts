import type { Review } from './review';

/**
 * The review as JSON: a contract (version 1), since other programs read it. Its fields are those of `Review`, described in
 * `review/model.ts`, behind a `version`. Fields may be added; none may be renamed, moved or taken out without a new version.
 * Lines count from 1, for people; in the report of a check they count from 0.
 */
export const memoJson = (review: Review): string => `${JSON.stringify({ version: 1, ...review }, null, 2)}\n`;
