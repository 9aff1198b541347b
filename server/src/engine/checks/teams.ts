import { asActor } from '../reading/actor';
import type { Actor } from '../reading/readable';
import type { ReadSentence } from '../reading/read';
import type { Range } from './concern';
import { mark } from './marked';
import type { CheckedDraft, Passage } from './passage';
import { isStated } from './terms';

/** A peer team of which a draft gives the size. */
export interface TeamTold {
  /** People in peer roles, supervisors left out where the draft counts them apart. */
  readonly size: number;
  readonly range: Range;
  readonly passage: Passage;
  readonly sentence: ReadSentence;
}

const TEAM = String.raw`peer(?:-run)?(?: (?:support|specialist|services|recovery))?(?: @peer)? (?:team|department|division|network|crew)`;
const SIZES = [
  // "a peer team of eight", "a peer team of about eleven people"
  new RegExp(
    String.raw`\b${TEAM}(?: \S+)? (?:of|numbers|has|with|includes|counts)(?: (?:about|some|at least|currently))? N(\d+)\b(?! (?:[a-z]+ )?(?:ftes?|wte|hours?|years?|days?|months?|full-time-equivalents?|%|sites?|teams?|people served|@person))`,
  ),
  // "an eight-person peer team", "all nine belong to one peer team"
  new RegExp(String.raw`\bN?(\d+)[ -](?:person|member|strong) ${TEAM}`),
  new RegExp(
    String.raw`\b(?:all|our|the|these) N(\d+)(?: \S+){0,5}? (?:belong|belongs|form|make up|are part of)(?: to)? (?:a|an|one|the|our|its|the same)(?: (?:single|central\w*|own|same|agency-wide))? ${TEAM}`,
  ),
];

/** Reads a draft for the sizes of its peer teams; what it denies or tells of the past is left out. */
export const readTeams = ({ passages }: CheckedDraft): TeamTold[] =>
  passages.flatMap((passage) =>
    passage.block.context.quoted
      ? []
      : passage.sentences.flatMap((sentence): TeamTold[] => {
          const marked = mark(sentence, { from: 0, to: sentence.sentence.tokens.length });
          const match = SIZES.map((size) => size.exec(marked.text)).find((m) => m !== null);
          if (!match) return [];
          const range = marked.tokens(match.index, match.index + match[0].length);
          return isStated(sentence, [range]) ? [{ size: Number(match[1]), range, passage, sentence }] : [];
        }),
  );

/** A team of several roles, each of which is counted, with a single peer among them. */
export interface SinglePeer extends Omit<TeamTold, 'size'> {
  readonly actor: Actor;
}

const EACH_TEAM =
  /\b(?:each|every|all) (?:of (?:the|our|these) )?(?:\S+ ){0,3}?(?:@staff )?(?:teams?|units?|sites?|houses?|programs?|clinics?|offices?|locations?)\b/;
const MADE_OF =
  /\b(?:is|are|be) (?:staffed|made up|composed)\b|\b(?:consists?|comprises?|includes?|has|have|staffs?|brings together|combines?)\b/;
const ONE_PEER =
  /\b(?:an?|one|N1(?:\.0)?)(?: (?:full-time|half-time|part-time|certified|fte|\( 1 \)))*((?: (?![@N])\S+){0,3} \S*[^s\s]) @peer/;

/** "Each team is staffed by two clinicians, a nurse and a peer specialist": one peer to a team, said by counting. */
export const readSinglePeers = ({ passages }: CheckedDraft): SinglePeer[] =>
  passages.flatMap((passage) =>
    passage.block.context.quoted
      ? []
      : passage.sentences.flatMap((sentence): SinglePeer[] => {
          const peers = sentence.mentions.filter((m) => m.kind === 'peer');
          const others = sentence.mentions.filter((m) => m.kind === 'other');
          const [peer] = peers;
          if (!peer || peers.length > 1 || others.length < 2) return [];
          const marked = mark(sentence, { from: 0, to: sentence.sentence.tokens.length });
          if (!EACH_TEAM.test(marked.text) || !MADE_OF.test(marked.text)) return [];
          const match = ONE_PEER.exec(marked.text);
          if (!match) return [];
          const range = marked.tokens(match.index, match.index + match[0].length);
          if (!isStated(sentence, [range])) return [];
          return [{ range, passage, sentence, actor: asActor(sentence, peer, 'subject') }];
        }),
  );
