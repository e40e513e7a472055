/** What the pairs are made of: a statement of the bundled five, by the first digits of its id, and words as they stand in it. */
export const quotations = {
  invoked2023: [
    '000',
    'The United States and 37 other countries have invoked the OSCE Moscow Mechanism requesting that the Organization for Security and Cooperation in Europe’s (OSCE) Office of Democratic Institutions and Human Rights (ODIHR) establish an expert mission to examine the dire and continuous deterioration of the human rights situation in Belarus.',
  ],
  documented2020: [
    '000',
    'This invocation follows OSCE’s November 2020 Moscow Mechanism Mission Report, which documented the Lukashenka regime’s systematic human rights violations and abuses before, during, and following the fraudulent August 9, 2020 presidential election.',
  ],
  calledOn2020: [
    '000',
    'That report called on the Lukashenka regime to organize new genuine presidential elections based on international standards, release those unjustly detained, engage with the political opposition and civil society, and ensure accountability for victims of abuses.',
  ],
  newMission: [
    '000',
    'This new invocation will establish an expert mission to look into the human rights situation in Belarus and mounting evidence of the Lukashenka regime’s brutal crackdown on all elements of Belarusian society since 2020, as well as allegations of serious abuses linked to the Lukashenka regime’s complicity in Russia’s war of aggression against Ukraine.',
  ],
  crackdownSince2020: [
    '000',
    'mounting evidence of the Lukashenka regime’s brutal crackdown on all elements of Belarusian society since 2020',
  ],
  complicityInWar: ['000', 'the Lukashenka regime’s complicity in Russia’s war of aggression against Ukraine'],
  mandate: ['000', 'The expert mission will have a mandate to assess Belarus’s adherence to its OSCE commitments'],
  cooperateWithMission: [
    '000',
    'We encourage the Belarus authorities to cooperate fully with the expert mission and facilitate its work.',
  ],
  officeOfInstitutions: ['000', 'Office of Democratic Institutions and Human Rights (ODIHR)'],

  reportBy17: [
    '001',
    'The report “On Alleged Human Rights Violations Related to the Presidential Elections of 9 August 2020 in Belarus”, produced by the OSCE rapporteur appointed by 17 states under the OSCE Moscow Mechanism, provides a thoroughly documented account of direct and brazen violations by the government of Belarus of its OSCE commitments and international obligations.',
  ],
  notFree001: [
    '001',
    'The report’s findings convincingly demonstrate that the presidential elections were not transparent, free or fair, and that violations of fundamental human rights have been massive and systematic.',
  ],
  rule26Years: [
    '001',
    'The ongoing crackdown is the most severe, large-scale and continuous throughout the 26 years of history of Alexander Lukashenko’s rule.',
  ],
  cruelAbuse: [
    '001',
    'Dozens of thousands of people have been subjected to cruel abuse, including arbitrary detention, politically motivated criminal persecution, massive torture, enforced disappearances and killings.',
  ],
  brutalForce: [
    '001',
    'Use of brutal force and intimidation have been the government’s only response to nation-wide peaceful protest against electoral fraud and usurpation of power.',
  ],
  impunityOfForces: [
    '001',
    'the well-documented cases of torture and ill-treatment in the crackdown by the security forces on political dissent have not … resulted in anybody being held accountable, which confirms allegations of general impunity.',
  ],
  recommendations65: ['001', 'There are 65 recommendations addressed to the government of Belarus in the report.'],
  especially17: ['001', 'all OSCE participating States concerned, especially the 17 invoking States'],
  embedRecommendations: [
    '001',
    'should embed implementation of the report’s conclusions and recommendations in their policies in respect of Belarus and consider applying a wide array of political and economic tools in their bilateral relations to compel the government of Belarus to cooperate in the implementation of the recommendations.',
  ],
  capacityBuilding: [
    '001',
    'OSCE institutions should include a follow-up to the report in their programmes, including monitoring of trials, prison conditions and assemblies, legislative reform assistance, and capacity building.',
  ],
  nationalDialogue: [
    '001',
    'their efforts to push for the organisation of a broad national dialogue between the authorities, the opposition, and civil society.',
  ],
  immediateActions: [
    '001',
    'The most immediate actions called for include an end to repression, the release of all political prisoners, the cancellation of the August 9 election results and the organisation of a fresh vote in accordance with international standards.',
  ],
  observers: [
    '001',
    'Necessary changes in the electoral system are already available in the reports by several previous OSCE election observation missions in Belarus.',
  ],
  independentBody: [
    '001',
    'Another key and very strong recommendation in the report is the establishment of an independent international body for the in-depth investigation of human rights violations in the context of the presidential elections with the help of forensic experts.',
  ],
  universalJurisdiction001: [
    '001',
    'Those participating States that have embedded the mechanism of universal jurisdiction in their justice systems would make a great service to Belarusian people by opening criminal cases in their countries on international human rights crimes committed in Belarus.',
  ],
  newElectionsAssistance: [
    '001',
    'These include assistance in preparing and holding new presidential elections, overhauling the electoral system, assistance in implementing legal reforms and reforms of the law enforcement bodies and the judiciary.',
  ],
  likelyResist: [
    '001',
    'The current government of Belarus will likely resist implementation of the recommendations in the OSCE report.',
  ],
  helsinkiPrinciples: ['001', 'rule of law and human rights, in line with Helsinki principles and OSCE commitments.'],
  norwegianCommittee: ['001', 'Norwegian Helsinki Committee'],
  moscowHelsinkiGroup: ['001', 'Moscow Helsinki Group (Russia)'],
  journalistsAssociation: ['001', 'Belarusian Association of Journalists'],
  viasna: ['001', 'Human Rights Center “Viasna” (Belarus)'],
  azerbaijanCentre: ['001', 'Human Rights Center of Azerbaijan'],
  zvozskauHouse: ['001', 'The Barys Zvozskau Belarusian Human Rights House (Lithuania – Belarus)'],
  freedomFiles: ['001', 'Freedom Files (Poland)'],
  platformRegion: [
    '001',
    'improving the situation with human rights, rule of law, and democratic institutions in Europe, Eurasia and North America.',
  ],

  dozensInvoked: [
    '002',
    'Dozens of member states of the Organization for Security and Cooperation in Europe (OSCE) have invoked the so-called Vienna Mechanism to request answers from Belarus on “serious human rights violations and abuses” taking place in the country following a disputed presidential election in August 2020.',
  ],
  letterNovember4: [
    '002',
    'In a letter dated November 4 and sent to the Belarusian permanent representative to the OSCE in Vienna, the United States, Canada, all EU member states except Poland, and seven other European countries said the situation in Belarus has “deteriorated” over the past year.',
  ],
  asked35: [
    '002',
    'The 35 countries asked Minsk to provide answers on the use of “excessive force” against peaceful protesters, “arbitrary or unjust” arrests or detention, and “more than 1,500 cases of credible reports of torture and other cruel, inhuman, or degrading treatment or punishment,” among other things.',
  ],
  cases1500: [
    '002',
    'more than 1,500 cases of credible reports of torture and other cruel, inhuman, or degrading treatment or punishment',
  ],
  within10Days: ['002', 'The Belarusian authorities are requested to respond to the demand within 10 days.'],
  crackedDown: [
    '002',
    'Authoritarian leader Alyaksandr Lukashenka has cracked down hard on the pro-democracy movement and civil society after unprecedented anti-government protests erupted across Belarus following the August 2020 election in which he claimed reelection to a sixth term.',
  ],
  thousandsArrested: [
    '002',
    'Thousands of people have been arrested, dozens of news websites blocked, and independent media shuttered as part of the sweeping clampdown, which has pushed most of the top opposition figures out of the country.',
  ],
  voteRigged: ['002', 'The opposition and the West say the presidential vote was rigged to keep Lukashenka in power.'],
  refusedToRecognize: [
    '002',
    "The European Union, the United States, and other countries have refused to recognize Lukashenka as Belarus's legitimate leader.",
  ],
  triggeredBy17: [
    '002',
    'More than a month after the election -- in September 2020 -- 17 OSCE member states triggered the so-called Moscow Mechanism to establish a mission of experts to report on human rights violations and abuses occurring before, during, and after the vote.',
  ],
  neitherFree: [
    '002',
    'The report concluded that the elections results were neither free nor fair, and “massive and systematic” violations and abuses of human rights and fundamental freedoms had been committed by the security forces.',
  ],
  dialogue002: [
    '002',
    'The document also provided recommendations to the Belarusian authorities to help end the political crisis in the country, including establishing a dialogue with representatives of the opposition and civil society.',
  ],

  carpenterJoins: [
    '003',
    'We are very honored to be joined by Ambassador Michael Carpenter, the U.S. Permanent Representative to the OSCE.',
  ],
  ascensio: [
    '003',
    'Today in the OSCE’s Permanent Council we were briefed on the Moscow Mechanism report prepared by Rapporteur Dr. Hervé Ascensio on the accelerating decline of human rights and fundamental freedoms in Belarus.',
  ],
  prisoners1486: ['003', 'There are currently at least 1,486 political prisoners in Belarus.'],
  arrestedForSpeaking: [
    '003',
    'People have reportedly been arrested merely for speaking Belarusian, as this is seen as a form of protest.',
  ],
  marching: [
    '003',
    'Only a few years ago, we all saw images of hundreds of thousands of Belarusians peacefully marching in the streets to protest the Lukashenka regime’s falsification of the August 2020 presidential election.',
  ],
  klimovich: [
    '003',
    'Earlier this week, Belarusian blogger Nikolai Klimovich died in prison near Vitebsk after being denied medication for his heart condition.',
  ],
  ascensioFound: [
    '003',
    'Dr. Ascensio’s compelling report found systemic human rights abuses and violations occurring on a regular basis, including the regular use of torture against detainees; inhuman and degrading prison conditions; impunity for abuses and violations; and the lack of an independent judiciary or fair trials.',
  ],
  obligationsOfParents: [
    '003',
    'put obligations on parents to prepare their children for, quote/unquote, “socially useful work” and penalizes their failure to do so with the threat of taking away their children.',
  ],
  lawOnEvents: [
    '003',
    'Furthermore, the May 24th, 2021, Law on Mass Events prohibits journalists from reporting on unauthorized demonstrations and treats them as participants.',
  ],
  arsenal: [
    '003',
    'The report notes that these legislative changes provide the government an unprecedented arsenal of legislation designed to prevent any form of opposition or, more simply, any alternative.',
  ],
  searches: [
    '003',
    'the police used forceful methods to enter their homes and used threats of sexual violence or the loss of parental custody to force people to provide passwords to their phones.',
  ],
  babaryka: [
    '003',
    'Take the case of Viktar Babaryka, a former presidential candidate whose current location remains unknown after he was rushed to the hospital for emergency surgery after showing signs of being beaten in an isolation cell.',
  ],
  nexta: [
    '003',
    'the sentencing last week of three NEXTA media outlet creators and editors – Roman Protasevich, Stepan Putilo, and Yan Rudzik – who received from eight to 20 years imprisonment simply for doing their journalistic work.',
  ],
  ryanair: [
    '003',
    'Belarusian authorities diverted a Ryanair flight from Athens to Vilnius in 2021 for the sole purpose of arresting Protasevich and his companion, Sofia Sapega.',
  ],
  releasePrisoners: [
    '003',
    'The report’s recommendations call for immediately releasing political prisoners, ensuring decent conditions of detention, and the immediate provision of medical care for all detainees',
  ],
  invoking38: [
    '003',
    'there were 38 invoking participating states in the OSCE – who have clearly, clearly condemned what the Lukashenka regime is doing.',
  ],
  coAggressor: ['003', 'it is a co-aggressor and has facilitated Russia’s war of aggression against Ukraine.'],
  helsinkiAct: ['003', 'we need to stand by the core values that are represented in the Helsinki Final Act.'],
  flirting: [
    '003',
    'We are also seeing other OSCE members, namely Azerbaijan and others, are still flirting with Lukashenka, welcoming him in their capitals.',
  ],
  region: ['003', 'in this case, Europe and Eurasia and parts of North America'],
  schengen: [
    '003',
    'including regular high-level visits as well as handing out thousands of Schengen visas per year to allegedly pro-regime individuals.',
  ],
  assistInAggression: [
    '003',
    'As Russia’s unjustifiable war rages next door and as Belarus continues to assist in Moscow’s aggression, the time is now for a stronger relationship between Hungary and its transatlantic allies and partners.',
  ],
  ignoreReport: [
    '003',
    'The Lukashenka regime has already stated that they will ignore the report and all the recommendations.',
  ],
  previousReport: [
    '003',
    'we did a previous Moscow Mechanism report on Belarus after the violence that followed the fraudulent 2020 election.',
  ],
  cameOut: [
    '003',
    'hundreds of thousands of brave Belarusians came out into the street to protest what they viewed as an illegitimate election and to demand that their voices be heard.',
  ],
  decided37: [
    '003',
    'There were in fact calls from the leader of Belarusian democratic forces Sviatlana Tsikhanouskaya to use the Moscow Mechanism again, and we decided together with 37 other participating states that this is something that needed to happen, that we needed to continue to shine a light on the horrible conditions of detention, the torture, mistreatment, and other things that are happening inside of Belarus.',
  ],
  callsOfTsikhanouskaya: [
    '003',
    'There were in fact calls from the leader of Belarusian democratic forces Sviatlana Tsikhanouskaya to use the Moscow Mechanism again',
  ],
  restrictiveMeasures: [
    '003',
    'we will also be pursuing together with our allies and partners restrictive measures: sanctions, export controls, and other types of consequences',
  ],
  montenegro: ['003', 'Montenegro will hold early parliamentarian elections on June 11th.'],
  plot2016: [
    '003',
    'there is a pattern of Russia engaging in malign influence in the past, including in 2016 around the election that happened in the fall when there was evidence – strong, credible evidence – of a plot.',
  ],
  deployObservers: ['003', 'will deploy to observe these elections, as it does for most elections in the OSCE region.'],
  prosecutorCapacity: [
    '003',
    'We have also invested heavily in building capacity within the Ukrainian Prosecutor General’s Office to address their ability to pursue accountability.',
  ],
  internationalizedCourt: [
    '003',
    'And we are working at establishing an internationalized court that could look at the crime of aggression.',
  ],
  universalJurisdiction003: [
    '003',
    'there are countries that can use their universal jurisdiction within their courts to hold accountable those who are involved either in Belarus or Russia for this war of aggression against Ukraine.',
  ],
  budapest: ['003', 'As our ambassador in Budapest has said, my friend David Pressman, Hungary has reached'],
  facilitating: [
    '003',
    'the chances are of bringing the Lukashenka regime to justice for facilitating Russia’s full-scale war against Ukraine?',
  ],
  impunityOfAtrocities: [
    '003',
    'the perpetrators of those mass atrocities thought in many cases that there would be impunity and that they would not be prosecuted.',
  ],

  gilmoreOnFriday: [
    '004',
    'US Ambassador to the Organization for Security and Cooperation in Europe (OSCE) James Gilmore said on Friday during a telephone briefing for journalists that the report on the situation in Belarus, published the day before in the framework of the OSCE Moscow Mechanism, provides shocking evidence of violence.',
  ],
  reliableReports: [
    '004',
    'There are reliable reports of torture, massive arbitrary detentions, wide-scale restrictions on the rights to peaceful assembly and freedom of expression.',
  ],
  threats: [
    '004',
    'about women who are threatened with rape, about other threats – families are threatened that their children will be taken away, about physical abuse, attacks on people, about people being thrown into prisons and kept. in inhuman conditions',
  ],
  titleOfReport: [
    '004',
    'The OSCE report “Alleged human rights violations in connection with the 9 August 2020 presidential elections in Belarus” was prepared under the “Moscow Mechanism”',
  ],
  since1991: [
    '004',
    '“Moscow Mechanism” introduced by the organization in 1991 and designed to “ensure human rights, fundamental freedoms, democracy and the rule of law through dialogue and cooperation to help solve specific problems',
  ],
  metTikhanovskaya: [
    '004',
    'on November 6, together with European colleagues, he met in Vienna with the candidate from the Belarusian opposition Svetlana Tikhanovskaya, who personally told the ambassadors of the OSCE member states about the persecution of people',
  ],
  fisher: [
    '004',
    'the candidacy of Julie Fisher, who had already been approved Senate Foreign Relations Committee is yet to be approved by the Senate as a whole, and a date for such a vote has not yet been set',
  ],
  voicesHeard: [
    '004',
    'The United States is going to continue to support the Belarusian people in their strive to ensure that their voice is heard and that their rights are respected, including the demand for free and fair elections',
  ],
  notRecognize: [
    '004',
    'The US Deputy Secretary of State made it clear that Washington does not recognize Alexander Lukashenko as the legitimate head of Belarus',
  ],
  notConsider: [
    '004',
    'I think it would be correct to say that we do not consider the August 9 election process free and fair.',
  ],
  notLegitimate: [
    '004',
    'it is difficult for us to consider anyone claiming victory on August 9 as the legitimately elected leader of the country.',
  ],
  personalSanctions: [
    '004',
    'Earlier on Friday, the European Union imposed personal sanctions against Alexander Lukashenko and other state officials of Belarus',
  ],
  sanctions14Years: [
    '004',
    'the United States subjected Lukashenka to sanctions 14 years ago “for falsification of elections and violence”',
  ],
  invalidate: [
    '004',
    'it called on the Belarusian authorities to invalidate the results of this year’s presidential elections and hold a “new vote based on international standards.”',
  ],
  irrefutable: [
    '004',
    'The report contains clear and irrefutable evidence of rigged presidential elections on August 9, 2020 and massive and systematic human rights violations by Belarusian security forces in response to peaceful demonstrations and protests.',
  ],
  suppression: [
    '004',
    'The US authorities have recently harshly criticized official Minsk for the suppression of protests by citizens of the country reacting to numerous violations during the presidential elections on August 9.',
  ],
  stopRepressions: ['004', 'The United States continues to call on the Belarusian authorities to stop repressions'],
} as const satisfies Readonly<Record<string, readonly [statement: string, words: string]>>;

/** The name of a quotation. */
export type QuotationName = keyof typeof quotations;
