import type { TermHit } from './terms';

const PEER_BOSS =
  /\b(?:peer|lived experience|recovery)(?:[ -](?:support|services?|specialist|program|team|department|worker|workforce|staff|practice|run))*(?: \w+)?[ -](?:supervisors?|leads?|leaders?|managers?|directors?|coordinators?|heads?|organi[sz]ations?|team leads?|team leaders?)\b|\b(?:senior|lead|experienced|seasoned) (?:\w+ )?(?:cps|cpss|peers?)\b|\b(?:directors?|managers?|heads?|coordinators?|vp|vice president|supervisors?|chief) of (?:peer|recovery|lived experience|consumer)|\bsupervisors? (?:with|who ha(?:s|ve)) (?:lived experience|peer|worked)|\bpeer(?:-specific)? supervision\b(?! :)|\brecovery learning communit|\brlc\b|\bpeer-(?:run|led)\b|\bco-supervision\b|\b(?:former|ex-) ?peer\b|\bwho (?:began|has worked|have worked|is|was|has been|once worked) .{0,30}\bpeer\b|\bherself|\bhimself a (?:peer|cps)/i;
const DENIED =
  /(?:\bno|\bnot|n't|\bnone|\bnobody|\bwithout|\bnever|\black\w*|\binstead of|\brather than|\bend\w*|\bdiscontinu\w*|\bother than)\b[^.;]{0,40}$/i;

/** Whether the sentence of a hit also gives the role a supervisor who is a peer: two lines of supervision, or one sound one. */
export function hasPeerSupervisor({ sentence, actor }: TermHit): boolean {
  // Those who lead the peer team answer to somebody outside of it.
  if (actor && PEER_BOSS.test(actor.text)) return true;
  const text = sentence.sentence.tokens
    .map((t) => t.text)
    .join(' ')
    .replace(/ - /g, '-');
  for (const match of text.matchAll(new RegExp(PEER_BOSS.source, 'gi'))) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (
      !DENIED.test(text.slice(Math.max(0, match.index - 50), match.index)) &&
      !/^.{0,20}\b(?:discontinued|ended|abolished|vacant)\b/.test(after)
    )
      return true;
  }
  return false;
}
