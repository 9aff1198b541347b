import type { Check } from './structure';

export const certificationTerms: Check = () => [];
