import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Properties } from '@/lib/events/types';
import { normaliseEmail } from '@/lib/leads/normalise-email';
import { EVENT_BYTES, REJECTED_PAYLOAD } from '@/lib/tracking/constants';
import { boundBytes, cleanJson } from './clean-json';
import { ID_LENGTH, NAME_LENGTH } from './constants';
import { correctClock } from './correct-clock';
import { isRecord, readProperties } from './read-properties';
import { MESSAGE_KINDS, type Message, type MessageFault, type Rejected, type SendingSource } from './types';

const id = z
  .union([z.string(), z.number()], 'must be text')
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : String(value).trim() || null))
  .refine((value) => value === null || value.length <= ID_LENGTH, `is longer than ${ID_LENGTH} characters`);

const NONE: Properties = {};

const object = z
  .custom<Properties>(isRecord, 'must be an object')
  .nullish()
  .transform((value) => value ?? NONE);

const messageSchema = z.object({
  type: z.enum(MESSAGE_KINDS, { error: `must be one of ${MESSAGE_KINDS.join(', ')}` }),
  messageId: id,
  anonymousId: id,
  userId: id,
  previousId: id,
  groupId: id,
  event: z
    .string('must be text')
    .trim()
    .max(NAME_LENGTH, `is longer than ${NAME_LENGTH} characters`)
    .nullish(),
  name: z.string('must be text').nullish(),
  timestamp: z.unknown().optional(),
  originalTimestamp: z.unknown().optional(),
  properties: object,
  traits: object,
  context: object,
});

type Envelope = z.output<typeof messageSchema>;

/** What holds for every message of one request. */
export interface Reading {
  source: SendingSource;
  /** Milliseconds since 1970. */
  receivedAt: number;
  /** When the request was sent, by the sender's clock; a message's own `sentAt` stands above it. */
  sentAt: unknown;
  /** Whether the request is so small that no message in it can be too large. */
  isSmall: boolean;
  /** What every message of the request says unless it says otherwise itself. */
  context: unknown;
}

/** Reads one message, or says why it cannot be understood. */
export function readMessage(input: unknown, reading: Reading): Message | Rejected {
  const reject = (fault: MessageFault) => toRejected(input, fault, reading.source.id);
  if (!isRecord(input)) return reject({ reason: 'A message must be an object', path: null });
  const bound = boundBytes(input);
  if (bound === Infinity) return reject({ reason: 'The message is nested too deep', path: null });
  if (!reading.isSmall && bound > EVENT_BYTES && Buffer.byteLength(JSON.stringify(input)) > EVENT_BYTES)
    return reject({ reason: `The message is larger than ${EVENT_BYTES / 1024} KB`, path: null });
  const parsed = messageSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.join('.') || null;
    return reject({ reason: `${path ?? 'The message'} ${issue?.message ?? 'is not valid'}`, path });
  }
  const envelope = parsed.data;
  const email = readEmail(envelope);
  const fault = findFault(envelope, email);
  if (fault) return reject(fault);
  const at = correctClock({
    timestamp: envelope.timestamp ?? envelope.originalTimestamp,
    sentAt: input.sentAt ?? reading.sentAt,
    receivedAt: reading.receivedAt,
  });
  if (typeof at === 'string') return reject({ reason: `timestamp ${at}`, path: 'timestamp' });
  return toMessage(envelope, { email, at: new Date(at).toISOString(), raw: input, reading });
}

/** The address that a message is told of by: in its traits, in those of its context, or as the user's id. */
function readEmail({ traits, context, userId }: Envelope): string | null {
  const inContext = isRecord(context.traits) ? context.traits.email : undefined;
  for (const candidate of [traits.email, inContext, userId]) {
    const email = typeof candidate === 'string' ? normaliseEmail(candidate) : null;
    if (email) return email;
  }
  return null;
}

/** What is wrong with the address that traits tell, where they tell one and it is none. */
export function findAddressFault({ email: told }: Properties, read: string | null): MessageFault | null {
  if (read !== null || typeof told !== 'string' || told.trim() === '') return null;
  return { reason: `traits.email is not an e-mail address: “${told.slice(0, 80)}”`, path: 'traits.email' };
}

function findFault(message: Envelope, email: string | null): MessageFault | null {
  const { type, userId, anonymousId, traits } = message;
  if (type === 'track' && !message.event) return { reason: 'event is missing', path: 'event' };
  if (type === 'group' && !message.groupId) return { reason: 'groupId is missing', path: 'groupId' };
  if (type === 'alias' && !message.previousId) return { reason: 'previousId is missing', path: 'previousId' };
  if (type === 'alias' && !userId) return { reason: 'userId is missing', path: 'userId' };
  if (userId || email) return null;
  if (type === 'identify') {
    const fault = findAddressFault(traits, email);
    if (fault) return fault;
  }
  return anonymousId ? null : { reason: 'userId or anonymousId is needed', path: 'userId' };
}

interface Surroundings {
  email: string | null;
  at: string;
  raw: unknown;
  reading: Reading;
}

function toMessage(envelope: Envelope, { email, at, raw, reading }: Surroundings): Message {
  const { type: kind, anonymousId, userId, previousId, groupId, traits } = envelope;
  const { source } = reading;
  const isView = kind === 'page' || kind === 'screen';
  const shared = isRecord(reading.context) ? reading.context : {};
  return {
    kind,
    source,
    messageId: `${source.id}:${envelope.messageId ?? randomUUID()}`,
    anonymousId,
    userId,
    email,
    previousId,
    groupId,
    name: isView ? kind : kind === 'track' ? (envelope.event ?? null) : null,
    at,
    properties: readProperties(
      envelope.properties,
      { ...shared, ...envelope.context },
      isView ? (envelope.name ?? null) : null,
    ),
    traits,
    raw,
  };
}

/** A message as the list of rejected events keeps it. */
export function toRejected(input: unknown, fault: MessageFault, sourceId: string): Rejected {
  const { type, event } = isRecord(input) ? input : {};
  const short = (value: unknown) => (typeof value === 'string' ? value.slice(0, NAME_LENGTH) : null);
  return {
    ...fault,
    sourceId,
    messageType: short(type),
    eventName: short(event),
    payload: cutPayload(input),
  };
}

function cutPayload(input: unknown): unknown {
  if (boundBytes(input) === Infinity) return { cut: 'nested too deep to be shown' };
  const text = JSON.stringify(input);
  return text.length <= REJECTED_PAYLOAD ? input : { cut: cleanJson(text.slice(0, REJECTED_PAYLOAD)) };
}

/** Whether a message was understood. */
export function isMessage(read: Message | Rejected): read is Message {
  return 'kind' in read;
}

/** Whether it was not. */
export function isRejected(read: Message | Rejected): read is Rejected {
  return !isMessage(read);
}
