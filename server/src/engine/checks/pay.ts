import type { Check } from './structure';

export const peerPay: Check = () => [];
