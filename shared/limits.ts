/** Every maximum in the system, with its unit and the reason. Asserted where data comes in. */

export const limits = {
  /** A name on a button or in a list; longer ones break every layout. */
  nameLength: 120,
  /** Letters of a QR code on the glass: more make modules that no telephone reads from where people stand. */
  qrLength: 300,
  /** Pieces of news in one slide, and letters of what stands below a headline. */
  feedItems: 12,
  introLength: 400,
  /** Figures on one glass, and letters of the JSON that they come from. */
  figures: 12,
  dataLength: 16_000,
  /** Places with a disc on a map; more than this nobody finds. Screens that can be on it: those of a large venue. */
  mapPlaces: 24,
  mapScreens: 500,
  /** Rows of results on one glass. */
  resultRows: 12,
  /** A title on the glass; more cannot be read by people who walk. */
  titleLength: 200,
  /** Body text of a slide, characters; a full page at the smallest legible size holds fewer. */
  bodyLength: 4_000,
  /** A JSON body over REST, bytes; the largest honest one (a playlist of 500 items) is 80 kB. */
  jsonBodyBytes: 256_000,
  /** Brackets inside each other in a JSON body; the deepest honest one has about twenty. */
  jsonDepth: 200,
  /** An item shorter than this flips by unread and costs a decode each time (ms). */
  itemMinMs: 1_000,
  /** An item longer than a day is a schedule entry, not an item (ms). */
  itemMaxMs: 86_400_000,
  /** Items in one playlist; the longest real one seen has about 60. */
  playlistItems: 500,
  /** Playlists inside playlists, counted from the entry's own; deeper ones nobody can follow. */
  playlistDepth: 4,
  /** Regions of one layout; more than this nobody can read. */
  regions: 6,
  /** Sponsors of an event, and rivals of one of them. */
  sponsors: 500,
  /** Schedule entries of an event. */
  scheduleEntries: 10_000,
  /** Occurrences that one recurrence rule may count: a daily one for 13 years. */
  occurrences: 5_000,
  /** Turns in one round of a shared rotation (rule E4). */
  roundTurns: 192,
  /** Airtime and advice are worked out for at most this long at once (ms): two months. */
  planMs: 62 * 86_400_000,
  /** Screens of a venue. */
  screens: 10_000,
  /** Tags of one screen. */
  tagsPerScreen: 20,
  /** Nodes of one target expression; the form makes fewer than 50. */
  targetNodes: 500,
  /** A picture as uploaded (bytes): a 50-megapixel JPEG. */
  imageUploadBytes: 40_000_000,
  /** Pixels of a picture before it is decoded (decompression bombs). */
  imagePixels: 100_000_000,
  /** Memory of the process that decodes pictures (bytes): the most pixels above, twice, with room for the program. */
  imageMemoryBytes: 1_200_000_000,
  /** The longer side a stored picture keeps (px): 4K, the largest panel in use. */
  imageSidePx: 3_840,
  /** A video as uploaded (bytes): two minutes at 60 Mbit/s. */
  videoUploadBytes: 1_000_000_000,
  /** Free disk below which uploads are refused (bytes); the database and the backups need room to go on. */
  diskReserveBytes: 500_000_000,
  /** Series reach this many months ahead (rule T2). */
  horizonMonths: 13,
  /** A new manifest waits at most this long for its moment (ms); a pointer further ahead is taken at once (the clock was set back). */
  activeFromAheadMs: 10_000,
  /** A publish takes effect this far ahead (ms), so that it has reached every screen when a group flips together. */
  flipAheadMs: 150,
  /** Published documents that nothing points to any more are kept this long (ms): proof of play names them. */
  documentsKeptMs: 60 * 86_400_000,
  /** How far ahead assets are prepared before a new manifest may be shown (ms, rule W4). */
  prepareAheadMs: 30_000,
  /** A new manifest whose first seconds are not here after this long becomes current all the same (ms); what is not ready is substituted. */
  switchWithinMs: 60_000,
  /** The one override document, bytes (section O). */
  overrideBytes: 1_024,
  /** Overrides in force at once; more than this nobody oversees. */
  overrides: 8,
  /** A beat of a player (ms, rule W6). */
  beatMs: 5_000,
  /** Wrong content is flagged after this long (ms, rule W6). */
  wrongAfterMs: 5_000,
  /** No beat for this long: the screen is silent (ms, rule W6). */
  silentAfterMs: 12_000,
  /** No contact for less than this is not trouble to a person (ms, rule W6). */
  troubleAfterMs: 30_000,
  /** Documents a player holds that nothing may name any more; a hello lists at most 64, and one class with its sources names fewer than ten. */
  heldDocuments: 32,
  /** Media a page holds as blobs (bytes); browsers keep larger ones on disk, but boxes have little of that too. What lies beyond is fetched when its turn is near. */
  pageMediaBytes: 2_000_000_000,
  /** One message from a player, bytes. */
  playerMessageBytes: 16_384,
  /** Messages a player may send in a burst, and per second after that, before parsing (rule W7). */
  playerBurst: 40,
  playerMessagesPerSecond: 10,
  /** Sockets at once that are neither a device's nor a signed-in person's; and from one address, so that one machine cannot fill the waiting room alone (rule W7). */
  strangers: 1_000,
  strangersPerAddress: 100,
  /** Sockets that one address may open in a burst, and per second after that: 500 players behind one proxy are back in ten seconds. */
  openingsBurst: 300,
  openingsPerSecond: 30,
  /** A socket that has not said who it is after this long is cut (ms). */
  introductionMs: 5_000,
  /** A JSON body takes at most this long to arrive (ms). */
  jsonBodyMs: 20_000,
  /** Unpaired players that wait at once; further ones are told to come back (rule W7). */
  waitingPlayers: 200,
  /** Life of a pairing code (ms, rule S2). */
  pairingMs: 600_000,
  /** Wrong codes an account may type in ten minutes (rule S2). */
  pairingTries: 5,
  /** Who leads a crew puts a member in for at most this long (ms): a shift and a night. */
  leaderMs: 86_400_000,
  /** Invitations that nobody has used yet; a whole crew comes in by fewer. */
  invitations: 500,
  /** Life of an invitation (ms). */
  invitationMs: 86_400_000,
  /** Life of a sign-in (ms): one event with a day to spare. */
  sessionMs: 7 * 86_400_000,
  /** Wrong passwords per account and address in 15 minutes. */
  signInTries: 8,
  /** Wrong passwords per address in 15 minutes, whatever the account: a crew behind one address mistypes less. */
  signInTriesPerAddress: 100,
  /** Shortest password. */
  passwordLength: 10,
  /** What somebody steps with the keys of a box goes back to the show after this long without a key (ms). */
  keysMs: 60_000,
  /** How long a screen shows crew how it is (ms), when it was asked from afar. */
  diagnoseMs: 60_000,
  /** A typeface as uploaded (bytes); a variable one with Latin letters has about 100 kB. */
  fontBytes: 1_000_000,
  /** Themes of an event; more than this nobody keeps apart. */
  themes: 30,
  /** JavaScript heap above which a page counts as leaking (bytes); one that runs for weeks holds about 30 MB. */
  pageHeapBytes: 400_000_000,
  /** How long *Vis navn* shows a screen's name (ms). */
  identifyMs: 10_000,
  /** *Faren er over* stays this long before the show comes back (ms). */
  allClearMs: 120_000,
  /** Backups kept: hourly ones of the last two days. */
  backups: 48,
  /** Backups kept of the file of proofs, which is large and grows by itself alone. */
  proofBackups: 3,
  /** Whoever does not answer at a web address within this (ms) is not shown. */
  webAnswerMs: 8_000,
  /** A web address on a slide; longer ones are not addresses but data. */
  addressLength: 2_000,
  /** A page on a slide is loaded anew at the latest after this (minutes), and its parts are drawn this small or large (percent). */
  webReloadMinutes: 24 * 60,
  webZoomLeastPct: 25,
  webZoomMostPct: 400,
  /** A page of one's own as uploaded (bytes): words, drawings and a typeface. */
  htmlUploadBytes: 1_000_000,
  /** Words of a notice: more cannot be read by people who walk. */
  noticeLength: 160,
  /** Notices and take-overs in force at once; more than this nobody oversees. */
  notices: 50,
  takeovers: 100,
  /** A notice ends by itself within this (ms): what must stand longer is a slide. */
  noticeMs: 24 * 3_600_000,
  /** A take-over lasts at most this long (minutes): what must stand longer is scheduled. */
  takeoverMinutes: 240,
  /** Life of a stage crew's key (minutes), and its uses. */
  keyMinutes: 24 * 60,
  keyUses: 100,
  /** Keys of stage crews at once; a night has a handful. */
  keys: 100,
  /** A take-over with a key lasts at most this long (minutes). */
  stageMinutes: 60,
  /** Unknown keys from one address in 15 minutes; nobody types one. */
  keyTries: 50,
  /** Ended notices, take-overs and placements are kept this long (ms), for the question who did that. */
  endedKeptMs: 7 * 86_400_000,
  /** Slides placed on screens at once (*Ny slide*). */
  placements: 500,
  /** Happenings of a programme; the longest real one seen has 139. */
  happenings: 2_000,
  /** A happening that somebody said goes on ends by itself this long after its planned end (ms). */
  overrunMs: 4 * 3_600_000,
  /** An entry linked to a happening begins and ends within this of it (minutes): what is further off is not about it. */
  linkedMinutes: 24 * 60,
  /** Crews, memberships and grants of a venue; The Gathering has about 60 crews and 500 people in them. */
  crews: 500,
  memberships: 20_000,
  grants: 2_000,
  /** Crews inside crews; deeper ones nobody can follow. */
  crewDepth: 6,
  /** Rounds kept; the last ones answer when somebody last stood before a screen. */
  rounds: 50,
  /** While names are shown until switched off they are asked for anew this often, each time for a little longer (ms): a lost message cannot matter. */
  namesEveryMs: 10_000,
  namesForMs: 25_000,
  /** A webhook must answer within this (ms), and is tried again so often. */
  webhookMs: 10_000,
  webhookTries: 5,
  /** Cues in force, and slips, in the one live document; a hall has a handful of stages. */
  liveEntries: 64,
  /** A step takes effect this much later (ms), so that all screens take it in the same frame; nobody feels it. */
  cueAheadMs: 120,
  /** A countdown is shifted by at most this (ms). */
  slipMs: 12 * 3_600_000,
  /** Details of a player at most this often (ms), and the slides it names in them. */
  detailsMs: 10_000,
  detailSlides: 10,
  /** One record of proof of play covers at most this (ms, rule W6); a burst after a reconnect holds so many records, each with so many exceptions. */
  proofMs: 5 * 60_000,
  proofRecords: 100,
  proofExceptions: 50,
  /** Proof of play that a box keeps while nobody acknowledges it, records: ten days. */
  proofKept: 3_000,
  /** A record of what was shown may end this much after the served time (ms): clocks of boxes are not exact. */
  proofAheadMs: 60_000,
  /** Records that wait to be written; what comes on top is not acknowledged, and the box sends it again. */
  proofQueue: 20_000,
  /** Proof of play is kept this long (ms): until the next event of its kind is over and its sponsors have been shown both. */
  proofKeptMs: 400 * 86_400_000,
  /** Publishes inside this (ms) become one; overrides never wait (rule W3). */
  coalesceMs: 50,
  /** One piece of publishing holds up the others for about this long at most (ms). */
  sliceMs: 8,
  /** Orders of publishing that are taken ahead in the note beside the database, so that it is written once for so many. */
  ordersAhead: 1_000,
  /** The part of the link that media may take (rule W8), and the controller's link where nothing is configured (bits per second). */
  mediaShare: 0.5,
  linkBitsPerSecond: 1_000_000_000,
  linkLeastBitsPerSecond: 1_000_000,
  /** The first fill of a box begins within this (ms), spread by device. */
  firstFillSpreadMs: 20_000,
  /** A device that sends too much this often within ten minutes is put in quarantine. */
  floodsBeforeQuarantine: 5,
  /** A wall clock further than this ahead of the highest instant ever synced proves nothing (ms, rule T5); and how often that instant is kept (ms). */
  unprovedAheadMs: 14 * 86_400_000,
  syncedKeptEveryMs: 10_000,
  /** How long a box in quarantine is told to stay away (ms), give or take a half. */
  quarantineAwayMs: 5 * 60_000,
  /** Paired boxes let in per second while a whole hall comes back, and how many may wait for their turn; one box may try so often at once, and per second after that. */
  admissionsPerSecond: 2_000,
  admissionsWaiting: 10_000,
  deviceOpenings: 10,
  deviceOpeningsPerSecond: 0.5,
  /** What waits unsent for one player (bytes); above it nothing more is queued, and what was left out is made good by a new hello (rule W7). */
  unsentBytes: 256_000,
  /** A line that has not drained after this long is cut (ms): the box comes back on a better one. */
  drainMs: 20_000,
  /** Rows of one page of a list over REST. */
  pageRows: 500,
} as const
