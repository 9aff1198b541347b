import type { Profile } from './types';

/** The ids that a profile goes by: its own, and those of the profiles that it begins from, the nearest first. */
export const lineageOf = (profile: Profile): readonly string[] => [profile.id, ...(profile.beginsFrom ?? [])];

/** Whether what holds under the contract `id` holds under this profile: it is that one, or begins from it. */
export const answersTo = (profile: Profile, id: string): boolean => lineageOf(profile).includes(id);
