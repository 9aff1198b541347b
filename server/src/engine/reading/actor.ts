import { agentAfter, giverAfter, isActive, joinedTo, receiverAfter, strangerAfter } from './agent';
import { companionOf, isSetAside } from './company';
import type { Grammar } from './compile';
import { isDoneByThing, ownSubject } from './own-subject';
import { handedPronoun, pronounActor, pronounBefore } from './pronoun';
import { asActor, type Actor, type ReadableSentence, type Surroundings } from './readable';
import { complementBefore, governor, subjectBefore, topicOf } from './subject';

export { asActor, joinedTo };

const clauseOf = (s: ReadableSentence, at: number): number => {
  const k = s.clauses.findIndex((c) => c.from <= at && at < c.to);
  return k < 0 ? 0 : k;
};

/** Who does what the token at `at` speaks of, in a sentence. */
export function actorAt(s: ReadableSentence, at: number, around: Surroundings, grammar: Grammar): Actor | undefined {
  return actorInClause(s, clauseOf(s, at), at, around, grammar);
}

function actorInClause(
  s: ReadableSentence,
  k: number,
  at: number,
  around: Surroundings,
  grammar: Grammar,
): Actor | undefined {
  const actor = actorFound(s, k, at, around, grammar);
  const clause = s.clauses[k]!;
  // "All staff except peers": who is set aside is not among them.
  if (actor?.kind === 'collective' && s.mentions.some((m) => m.kind === 'peer' && isSetAside(s, clause, m, grammar)))
    return undefined;
  const companion = actor?.kind === 'other' ? companionOf(s, clause, at, at + 1, grammar) : undefined;
  return companion ? asActor(s, companion, 'agent') : actor;
}

function actorFound(
  s: ReadableSentence,
  k: number,
  at: number,
  around: Surroundings,
  grammar: Grammar,
): Actor | undefined {
  const clause = s.clauses[k]!;
  if (isDoneByThing(s, clause, at)) return undefined;
  const named = subjectBefore(s, clause, at, grammar);
  const agent = isActive(s, clause, at) ? undefined : agentAfter(s, clause, at, grammar);
  const giver = named?.kind === 'person' ? giverAfter(s, clause, named, at, grammar) : undefined;
  if (giver) return asActor(s, giver, 'agent');
  // "Finds out whether people are taking …": what the person does is the object of the worker's own verb.
  const opener = named?.kind === 'person' && !named.governed ? complementBefore(s, clause, named) : undefined;
  if (opener !== undefined) {
    const governing = actorInClause(s, k, opener, around, grammar);
    if (governing && governing.kind !== 'person') return governing;
  }
  if (named && !(named.kind === 'person' && agent)) return asActor(s, named, 'subject');
  if (agent) return asActor(s, agent, 'agent');
  if (!named && strangerAfter(s, clause, at)) return undefined;
  const handed = handedPronoun(s, clause, at, around, grammar);
  if (handed) return handed;
  const pronoun = pronounBefore(s, clause, at);
  if (pronoun === 'addressee') {
    const self = s.mentions.find((m) => m.kind !== 'person' && governor(s, m) === 'as');
    return self ? asActor(s, self, 'subject') : around.addressee;
  }
  // "We" is the organization, unless a peer writes of their own work.
  if (pronoun === 'we') return undefined;
  if (pronoun) return pronounActor(s, k, around);
  const own = ownSubject(s, clause, at);
  if (own === 'none' && k > 0) {
    const earlier = actorInClause(s, k - 1, s.clauses[k - 1]!.to, around, grammar);
    if (earlier) return earlier;
  }
  if (own !== 'none') {
    const topic = topicOf(s, clause, at);
    if (topic) return asActor(s, topic, 'subject');
    // A thing that something is done to ("The closet is opened …"): whoever the text around it speaks of. Anybody else acts alone.
    if (own === 'actor') return undefined;
    const receiver = receiverAfter(s, clause, at);
    if (receiver) return asActor(s, receiver, 'agent');
    return (
      around.topic ??
      (around.previous?.kind === 'peer' || around.previous?.kind === 'collective' ? around.previous : undefined)
    );
  }
  const topic = topicOf(s, clause, at);
  if (topic) return asActor(s, topic, 'subject');
  return around.inherited ?? around.previous;
}
