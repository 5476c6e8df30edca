/* What the modules hand each other; for editors and for `tsc --checkJs`, never loaded by a browser. */

export interface Money { amount: string; currency: string }
export interface Texts { sv: string; en: string }
export type Outcome = 'GO' | 'GO_AND_TELL' | 'ASK' | 'STOP';
export interface Room { budget: string; per: string; left: Money; limit: Money; own: boolean }
export interface Bound { above: string | null; outcome: Outcome; rule: string; type: string }
export interface Clause { clause: string; bendable: string; text: Texts }

export interface Kind {
  code: string;
  name: Texts;
  category: string;
  model: 'preset' | 'entered' | 'time' | 'travel';
  customer: 'optional' | 'required';
  bends: Clause[];
  cost?: Money | null;
  presets: Money[];
  ratePerHour?: Money | null;
  perKm?: Money | null;
  bounds: Bound[];
}

export interface Person {
  user: string;
  name: string;
  language: 'sv' | 'en';
  hand: 'left' | 'right';
  appearance: 'auto' | 'light' | 'dark';
  at: string;
  site?: string | null;
  siteName?: Texts | null;
}

/** GET /leeway: the rules of the day. */
export interface Leeway {
  /** The company's rules without anything of the person, who is not known until there is network. */
  hidden?: boolean;
  person: Person;
  asOf: string;
  zone: string;
  currency: string;
  /** What happened longer ago needs a reason. */
  lateWithinDays: number;
  headroom: Room[];
  kinds: Kind[];
  clauses: Clause[];
  incidents: { code: string; name: Texts }[];
}

/** GET /payoff/precedents: what became of gestures like this. */
export interface Precedent { kind: string; like: number; came: number; without: number; days: number }

/** GET /payoff/mine: what became of my own gestures. */
export interface Own { given: number; came: number; young: number; days: number }

export interface Customer { code: string; name: string; tier?: string | null; knownAs?: string | null }

/** What the person is about to log. `customer`: undefined = not said yet, null = nobody. */
export interface Draft {
  kind: Kind;
  costMinor: number | null;
  minutes: number | null;
  km: number | null;
  customer: Customer | null | undefined;
  minutesAgo: number;
  happenedAt: string | null;
  /** Why something that happened long ago is logged only now; '' while still to be said, null: not needed. */
  lateReason: string | null;
  plannedFor: string | null;
  bends: string[];
  occasion: string;
  visit: string;
  /** For how many minutes a customer can wait for an answer; null: none waits. */
  waiting: number | null;
}

/** A judgement, of the server or (preliminary) of the tablet. */
export interface Judgement {
  outcome: Outcome;
  sentence: string | null;
  who: string | null;
  left: { minor: number; per: string } | null;
  preliminary: boolean;
  /** What it costs is not known here, and so not what the rules say. */
  unknown?: boolean;
  /** What happens when nobody answers while a customer waits. */
  otherwise?: { dueAt: string; now: Money | null } | null;
}

/** An answer of the API; status 0: nobody answered, or somebody who is not Leeway. */
export interface Answer { status: number; body: any; retryAfterMs: number }
export type Fate = 'received' | 'look' | 'later' | 'sign-in';

export type EntryType = 'gesture' | 'undo' | 'settlement' | 'happening';

/** A type of entry: its row of the table in kinds.js. Texts are keys of words. */
export interface EntryKind {
  /** @param state that the gesture it acts on was last known in */
  send(entry: Entry, state?: string): Promise<Answer>;
  /** Sends entries that follow each other as one; without it, each goes alone. */
  sendMany?(entries: Entry[]): Promise<Answer>;
  /** What is kept of an answer; without it, the entry acts on another, and is gone when it is received. */
  answer?(body: any): any;
  /** Rules judge it: it costs, may wait for a yes, and can be corrected. */
  judged?: boolean;
  /** What the answer over the full width says, in place of a judgement. */
  noted?: string;
  /** What stands before its name in the shift, and after it in place of what it came to. */
  title?: string;
  words?: string;
  /** What the shift says of the gesture it acts on while it waits. */
  doing?: string;
  /** What the button says that does it to a gesture in this state; null: it is not offered. */
  offer?(state: string): string | null;
  /** It can be undone only before it is sent. */
  untilSent?: boolean;
}

/** What the person did on this tablet; sealed before it is stored. */
export interface Entry {
  id: string;
  type: EntryType;
  of?: string;
  state?: string;
  body: any;
  at: number;
  clockOffset: number;
  label: { kind: string; name: Texts; costMinor: number | null; customer: string | null };
  judged: Judgement | null;
  answer?: any;
  problem?: any;
  receivedAt?: number;
  /** Only the server can open it: nothing here says what it is. */
  locked?: boolean;
}

/** An entry as it lies in IndexedDB: what it says can be read only with a key that does not. */
export interface Filed {
  seq?: number;
  id: string;
  owner: string;
  mark: 'waiting' | 'received' | 'look';
  tried: boolean;
  at: number;
  /** For the page, with the key of this sign-in; gone when the person signs out. */
  sealed?: { iv: BufferSource; data: ArrayBuffer };
  /** For the server, with the person's public key; gone when the entry is received. */
  envelope?: ArrayBuffer;
  /** The server could not open it. */
  shut?: boolean;
}

/** An entry together with how it lies there. */
export interface Kept { filed: Filed; entry: Entry }
