import { type QuotationName, quotations } from './quotations.ts';

/** One side of a pair: the statement's id begins with `statement`; `words` as they stand in it. */
export interface Side {
  readonly statement: string;
  readonly words: string;
}

/** Two passages of different statements, and whether a researcher would call the second one “says the like”. */
export interface Pair {
  readonly here: Side;
  readonly there: Side;
  readonly isLike: boolean;
}

type Named = readonly [here: QuotationName, there: QuotationName];

/** Subjects: who called the mission and when, what the report asks for, protests, the war. */
const likeFirst: readonly Named[] = [
  ['invoked2023', 'decided37'],
  ['invoked2023', 'invoking38'],
  ['reportBy17', 'triggeredBy17'],
  ['especially17', 'triggeredBy17'],
  ['documented2020', 'triggeredBy17'],
  ['documented2020', 'reportBy17'],
  ['documented2020', 'previousReport'],
  ['reportBy17', 'titleOfReport'],
  ['calledOn2020', 'immediateActions'],
  ['calledOn2020', 'invalidate'],
  ['immediateActions', 'invalidate'],
  ['releasePrisoners', 'immediateActions'],
  ['releasePrisoners', 'calledOn2020'],
  ['stopRepressions', 'immediateActions'],
  ['crackedDown', 'crackdownSince2020'],
  ['crackedDown', 'marching'],
  ['cameOut', 'crackedDown'],
  ['complicityInWar', 'coAggressor'],
  ['complicityInWar', 'facilitating'],
  ['newMission', 'assistInAggression'],
];

const unlikeFirst: readonly Named[] = [
  ['triggeredBy17', 'invoked2023'],
  ['especially17', 'invoking38'],
  ['reportBy17', 'decided37'],
  ['asked35', 'invoking38'],
  ['dozensInvoked', 'invoked2023'],
  ['dozensInvoked', 'cruelAbuse'],
  ['since1991', 'invoked2023'],
  ['ascensio', 'reportBy17'],
  ['documented2020', 'ascensio'],
  ['callsOfTsikhanouskaya', 'metTikhanovskaya'],
  ['letterNovember4', 'metTikhanovskaya'],
  ['letterNovember4', 'carpenterJoins'],
  ['recommendations65', 'ignoreReport'],
  ['mandate', 'helsinkiPrinciples'],
  ['montenegro', 'newElectionsAssistance'],
  ['plot2016', 'suppression'],
  ['observers', 'deployObservers'],
  ['arsenal', 'observers'],
  ['crackedDown', 'arsenal'],
  ['cruelAbuse', 'marching'],
  ['sanctions14Years', 'marching'],
  ['rule26Years', 'sanctions14Years'],
  ['viasna', 'officeOfInstitutions'],
  ['cooperateWithMission', 'embedRecommendations'],
];

/** Subjects: what the report found, who is recognised, torture and detention, dialogue, impunity and justice, threats. */
const likeSecond: readonly Named[] = [
  ['notFree001', 'neitherFree'],
  ['notFree001', 'irrefutable'],
  ['neitherFree', 'irrefutable'],
  ['notFree001', 'notConsider'],
  ['neitherFree', 'notConsider'],
  ['voteRigged', 'irrefutable'],
  ['refusedToRecognize', 'notRecognize'],
  ['refusedToRecognize', 'notLegitimate'],
  ['cruelAbuse', 'reliableReports'],
  ['asked35', 'reliableReports'],
  ['cases1500', 'cruelAbuse'],
  ['ascensioFound', 'cases1500'],
  ['ascensioFound', 'threats'],
  ['searches', 'threats'],
  ['obligationsOfParents', 'threats'],
  ['nationalDialogue', 'dialogue002'],
  ['nationalDialogue', 'calledOn2020'],
  ['dialogue002', 'calledOn2020'],
  ['universalJurisdiction001', 'universalJurisdiction003'],
  ['impunityOfForces', 'ascensioFound'],
  ['likelyResist', 'ignoreReport'],
  ['brutalForce', 'irrefutable'],
  ['brutalForce', 'asked35'],
];

const unlikeSecond: readonly Named[] = [
  ['cases1500', 'prisoners1486'],
  ['recommendations65', 'prisoners1486'],
  ['within10Days', 'stopRepressions'],
  ['carpenterJoins', 'gilmoreOnFriday'],
  ['babaryka', 'metTikhanovskaya'],
  ['nexta', 'thousandsArrested'],
  ['arrestedForSpeaking', 'thousandsArrested'],
  ['thousandsArrested', 'schengen'],
  ['klimovich', 'journalistsAssociation'],
  ['lawOnEvents', 'gilmoreOnFriday'],
  ['ryanair', 'zvozskauHouse'],
  ['budapest', 'fisher'],
  ['fisher', 'norwegianCommittee'],
  ['helsinkiAct', 'norwegianCommittee'],
  ['moscowHelsinkiGroup', 'ascensio'],
  ['flirting', 'azerbaijanCentre'],
  ['letterNovember4', 'freedomFiles'],
  ['region', 'platformRegion'],
  ['personalSanctions', 'restrictiveMeasures'],
  ['prosecutorCapacity', 'capacityBuilding'],
  ['internationalizedCourt', 'independentBody'],
  ['impunityOfAtrocities', 'impunityOfForces'],
  ['montenegro', 'notConsider'],
  ['voicesHeard', 'cameOut'],
];

function pairOf([here, there]: Named, isLike: boolean): Pair {
  const [hereIn, hereWords] = quotations[here];
  const [thereIn, thereWords] = quotations[there];
  return { here: { statement: hereIn, words: hereWords }, there: { statement: thereIn, words: thereWords }, isLike };
}

const pairsOf = (like: readonly Named[], unlike: readonly Named[]): Pair[] => [
  ...like.map((named) => pairOf(named, true)),
  ...unlike.map((named) => pairOf(named, false)),
];

/** The half that weights and threshold were set by. */
export const calibrationPairs: readonly Pair[] = pairsOf(likeFirst, unlikeFirst);

/** The half that they were not: other subjects, so that hardly a passage is in both. */
export const reportPairs: readonly Pair[] = pairsOf(likeSecond, unlikeSecond);
