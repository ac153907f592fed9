import type { Graded } from '../../knowledge/wording.js';
import type { Event, Role } from './lexicon.js';
import type { Mention, Sentence, Stretch, Vague } from './parts.js';
import type { Purpose } from './types.js';

/** What the words before make of a purpose named now. */
type Frame = 'asked-for' | 'content' | 'announced' | 'referred' | 'withdrawn';

/** A negation reaches this many words to its verb, and to its noun. */
const REACH_OF_NOT = { verb: 8, noun: 4, back: 4 };
/** Words between an act and what it is done to: "by continuing your visit". */
const REACH_OF_ACT = 1;
/** Purposes that, named inside a message of ours ("newsletter with offers"), are its content. */
const CONTENTS: ReadonlySet<Purpose> = new Set<Purpose>(['newsletter', 'marketing', 'profiling']);

/** Reads the events of one sentence from left to right, once. */
export function readSentence(events: readonly Event[]): Sentence {
  return new SentenceReader(events).read();
}

class SentenceReader {
  readonly #events: readonly Event[];
  readonly #sentence: Sentence = {
    mentions: [],
    vague: [],
    grants: [],
    refusals: [],
    personal: false,
    agreed: false,
    received: false,
    joined: false,
    asked: undefined,
    askedInAct: undefined,
    announced: false,
    tick: undefined,
    untick: undefined,
    implied: undefined,
    withdrawal: undefined,
    unrelated: undefined,
    administration: undefined,
  };
  #frame: Frame = 'asked-for';
  #agreed = false;
  #imputed = false;
  #not: Stretch | undefined;
  #imply: Stretch | undefined;
  /** Refusing is described as a possibility, not chosen. */
  #can = false;
  #lastAnytime = -1;
  #coordinated = false;
  #ticked = false;
  #silence = false;
  /** What is said to happen without anybody asking. */
  readonly #announced: Mention[] = [];
  /** In brackets behind a message of ours: "marketing e-mails (offers, news)". */
  #aside = false;
  #ownMessage = false;
  /** The frame in which a bracket was opened. */
  #beforeBracket: Frame | undefined;
  #lastVerb: Stretch | undefined;

  constructor(events: readonly Event[]) {
    this.#events = events;
  }

  read(): Sentence {
    this.#lastAnytime = this.#events.findLast((event) => roleOf(event) === 'anytime')?.from ?? -1;
    this.#can = this.#lastAnytime >= 0;
    for (const event of this.#events) {
      if ('mark' in event) this.#readMark(event.mark);
      else if (event.meaning.kind === 'purpose')
        this.#readPurpose(event, event.meaning.purpose, event.meaning.grade);
      else if (event.meaning.kind === 'unrelated')
        this.#sentence.unrelated ??= { kind: event.meaning.unrelated, from: event.from, to: event.to };
      else this.#readRole(event, event.meaning.role);
    }
    // "We will send you our offers unless you object": who keeps silent is taken to ask for them.
    if (this.#silence) for (const mention of this.#announced) mention.requested = true;
    const not = this.#not;
    const verb = this.#lastVerb;
    if (
      not !== undefined &&
      verb !== undefined &&
      not.from >= verb.to &&
      not.from - verb.to <= REACH_OF_NOT.back
    ) {
      this.#refuse({ from: verb.from, to: not.to });
    }
    return this.#sentence;
  }

  #readMark(mark: string): void {
    if (mark === '(') {
      this.#aside = this.#ownMessage;
      this.#beforeBracket = this.#frame;
    } else if (mark === ')') {
      this.#aside = false;
      // "The terms (see below) and to receive offers": what a bracket refers to ends with it.
      if (this.#frame === 'referred' && this.#beforeBracket) this.#frame = this.#beforeBracket;
      this.#beforeBracket = undefined;
    } else this.#coordinate();
  }

  /** A coordinator parts what is named after it from what was named before it. */
  #coordinate(): void {
    const { mentions, vague } = this.#sentence;
    if (mentions.length > 0 || vague.length > 0) this.#coordinated = true;
  }

  #readPurpose(event: Event, purpose: Purpose, grade: keyof Graded): void {
    const { mentions } = this.#sentence;
    const isContent = CONTENTS.has(purpose) && (this.#frame === 'content' || this.#aside);
    const isImputedNotice = this.#imputed && (purpose === 'terms' || purpose === 'privacy-notice');
    let requested =
      (this.#frame === 'asked-for' || this.#frame === 'content') && !isContent && !isImputedNotice;
    const negated = this.#not !== undefined;
    if (this.#not !== undefined) {
      if (event.from - this.#not.to <= REACH_OF_NOT.noun) {
        if (this.#frame === 'asked-for') this.#refuse({ from: this.#not.from, to: event.to });
        else requested = false;
      }
      this.#not = undefined;
    }
    const { from, to } = event;
    const mention: Mention = {
      purpose,
      certainty: isContent || grade !== 'certain' ? 'likely' : 'certain',
      bare: grade === 'spoken',
      requested,
      coordinated: this.#coordinated,
      agreed: this.#agreed,
      governed: this.#lastVerb?.to ?? -1,
      told: false,
      from,
      to,
      also: [],
    };
    mentions.push(mention);
    if (this.#frame === 'announced' && !negated) this.#announced.push(mention);
    this.#coordinated = false;
    if (requested && (purpose === 'newsletter' || purpose === 'marketing')) this.#ownMessage = true;
  }

  #readRole(event: Event, role: Role): void {
    const sentence = this.#sentence;
    switch (role) {
      case 'yes':
      case 'agree':
      case 'read':
      case 'want':
      case 'receive':
      case 'join':
      case 'contact':
        this.#readVerb(event, role);
        break;
      case 'imputed':
        this.#agreed = true;
        this.#frame = 'asked-for';
        if (this.#imply === undefined) break;
        this.#imputed = true;
        sentence.implied ??= { from: this.#imply.from, to: event.to };
        break;
      case 'message':
      case 'matter':
      case 'news':
        this.#readVague(role, event);
        if (
          this.#not !== undefined &&
          event.from - this.#not.to <= REACH_OF_NOT.noun &&
          this.#frame === 'asked-for'
        ) {
          this.#refuse({ from: this.#not.from, to: event.to });
          this.#not = undefined;
        }
        break;
      case 'asked':
        // "By sending this request you agree": the act is not what is agreed to.
        if (this.#imply !== undefined && sentence.implied === undefined) sentence.askedInAct ??= event;
        else sentence.asked ??= event;
        break;
      case 'not':
        this.#not = event;
        break;
      case 'refuse':
        if (this.#not !== undefined) {
          this.#not = undefined;
          sentence.grants.push(event);
        } else if (this.#can) this.#withdraw(event);
        else this.#refuse(event, true);
        break;
      case 'withdraw':
        this.#withdraw(event);
        break;
      case 'can':
        this.#can = true;
        break;
      case 'tick':
        // "To tick or not to tick" leaves the choice.
        if (this.#not !== undefined && !this.#ticked)
          sentence.implied ??= { from: this.#not.from, to: event.to };
        else sentence.tick ??= event;
        this.#not = undefined;
        this.#ticked = true;
        break;
      case 'untick':
        sentence.untick ??= event;
        this.#not = undefined;
        break;
      case 'refer':
        this.#frame = 'referred';
        break;
      case 'content':
        if (this.#frame === 'asked-for' && this.#ownMessage) this.#frame = 'content';
        break;
      case 'aim':
        if (this.#frame === 'asked-for' && this.#ownMessage && !this.#coordinated) this.#frame = 'content';
        else this.#readVerb(event, 'receive');
        break;
      case 'tease':
        if (sentence.personal) this.#readVerb(event, 'receive');
        else if (this.#frame === 'asked-for') this.#frame = 'content';
        break;
      case 'announce':
        if (sentence.personal) break;
        this.#frame = 'announced';
        sentence.announced = true;
        break;
      case 'imply':
        // "En poursuivant votre navigation": what follows at once belongs to the act.
        if (this.#imply === undefined || event.from - this.#imply.to > REACH_OF_ACT) this.#imply = event;
        break;
      case 'silence':
        // "You are not automatically subscribed": nothing is taken for a yes.
        if (this.#not !== undefined && event.from - this.#not.to <= REACH_OF_ACT) break;
        sentence.implied ??= event;
        this.#silence = true;
        this.#not = undefined;
        break;
      case 'and':
        this.#coordinate();
        break;
      case 'admin':
        this.#readAdmin(event);
        break;
      case 'anytime':
      case 'noise':
        break;
    }
  }

  #readVague(kind: Vague['kind'], event: Event): void {
    this.#sentence.vague.push({
      kind,
      requested: this.#frame === 'asked-for',
      from: event.from,
      to: event.to,
    });
    this.#coordinated = false;
  }

  #readVerb(event: Event, role: 'yes' | 'agree' | 'read' | 'want' | 'receive' | 'join' | 'contact'): void {
    const sentence = this.#sentence;
    // "You are agreeing to accept": nobody but the text speaks.
    const speaks =
      !this.#imputed && (role === 'yes' || role === 'agree' || role === 'read' || role === 'want');
    const announced = this.#frame === 'announced' && !speaks;
    if (role === 'receive') sentence.received = true;
    if (role === 'contact') this.#readVague('contact', event);
    if (role === 'agree' || role === 'read') sentence.agreed = true;
    this.#lastVerb = event;
    const not = this.#not;
    if (not !== undefined && event.from - not.to <= REACH_OF_NOT.verb) {
      this.#not = undefined;
      if (announced) return;
      this.#frame = 'asked-for';
      this.#refuse({ from: not.from, to: event.to });
      return;
    }
    if (speaks) {
      sentence.personal = true;
      this.#frame = 'asked-for';
      this.#can = this.#lastAnytime > event.from;
      if (role === 'agree' || role === 'read') this.#agreed = true;
      if (role === 'agree' && this.#imply !== undefined)
        sentence.implied ??= { from: this.#imply.from, to: event.to };
    } else if (announced || this.#imputed || this.#frame === 'withdrawn') return;
    if (role === 'join') {
      sentence.joined = true;
      if (this.#frame === 'referred' || (this.#frame === 'content' && !this.#ownMessage))
        this.#frame = 'asked-for';
    }
    // "Subscribe to our newsletter and receive offers": what one gets is what the newsletter holds.
    if (role === 'receive' && sentence.joined && this.#ownMessage) this.#frame = 'content';
    sentence.grants.push(event);
  }

  /** "Newsletter module", "marketing plugin": the purpose names a part of the program. */
  #readAdmin(event: Event): void {
    const last = this.#sentence.mentions.at(-1);
    const { personal, grants } = this.#sentence;
    if (last === undefined || personal || grants.length > 0 || event.from - last.to > 1) return;
    last.requested = false;
    this.#sentence.administration ??= { from: last.from, to: event.to };
  }

  #refuse({ from, to }: Stretch, named = false): void {
    this.#sentence.refusals.push({ from, to, named });
  }

  #withdraw(event: Stretch): void {
    this.#sentence.withdrawal ??= { from: event.from, to: event.to };
    this.#frame = 'withdrawn';
    this.#not = undefined;
  }
}

function roleOf(event: Event): Role | undefined {
  return 'meaning' in event && event.meaning.kind === 'role' ? event.meaning.role : undefined;
}
