import type { Check } from './structure';

export const peerRatio: Check = () => [];
