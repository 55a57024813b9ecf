export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * Random numbers that are the same on every machine for the same seed (the "small fast counter" generator of
 * PractRand with 32-bit words), and the few distributions that the demo data draws from.
 */
export class Random {
  private a: number;
  private b = 0x9e3779b9;
  private c = 0x243f6a88;
  private counter = 1;

  constructor(seed: number) {
    this.a = seed >>> 0;
    for (let round = 0; round < 12; round += 1) this.word();
  }

  /** The next 32 random bits, as an unsigned integer. */
  word(): number {
    const result = (this.a + this.b + this.counter) >>> 0;
    this.counter = (this.counter + 1) >>> 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) >>> 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) >>> 0;
    return result;
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.word() / 4_294_967_296;
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One element, each equally likely. The list must not be empty. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from: the list is empty');
    return item;
  }

  /** One element, likely in proportion to its weight. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    let rest = this.next() * items.reduce((sum, item) => sum + weight(item), 0);
    for (const item of items) {
      rest -= weight(item);
      if (rest < 0) return item;
    }
    return this.pick(items);
  }

  /** `count` different elements (all of them when there are fewer), in random order. */
  sample<T>(items: readonly T[], count: number): T[] {
    const keyed = items.map((item) => ({ item, key: this.next() }));
    keyed.sort((left, right) => left.key - right.key);
    return keyed.slice(0, count).map(({ item }) => item);
  }

  /** Normal with the given mean and standard deviation (Box and Muller's transform). */
  normal(mean = 0, deviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  /** Log-normal with the given median; `sigma` is the deviation of the logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Poisson by multiplying uniforms (Knuth), good for the small means used here. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count += 1;
    return count;
  }

  /** An id in the shape of a uuid v7 that carries the instant `ms`. */
  idAt(ms: number): string {
    const time = Math.floor(ms).toString(16).padStart(12, '0');
    const high = this.word().toString(16).padStart(8, '0');
    const low = this.word().toString(16).padStart(8, '0');
    const variant = '89ab'.charAt(this.int(0, 3));
    const tail = this.word().toString(16).padStart(8, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${high.slice(0, 3)}-${variant}${high.slice(3, 6)}-${low}${tail.slice(0, 4)}`;
  }
}

/** The instant on the day of `ms` (moved off the weekend, mostly) at which an office worker east of UTC by `zone` hours acts. */
export function officeTime(random: Random, ms: number, zone: number): number {
  const day = Math.floor(ms / DAY) * DAY;
  const weekday = new Date(day).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  const shift = weekend && random.chance(0.85) ? (weekday === 6 ? 2 : 1) : 0;
  const hour = Math.min(21, Math.max(7, random.normal(13, 2.8)));
  return Math.round(day + shift * DAY + (hour - zone) * HOUR);
}

/** A text's comma-separated entries, for word lists that read as prose. */
export function entries(text: string): string[] {
  return text.split(',').map((entry) => entry.trim().replace(/\s+/g, ' '));
}

const UNACCENTED: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  ł: 'l',
  đ: 'd',
  ð: 'd',
};

/** Lower-case ASCII letters, digits and `separator` only, as in e-mail addresses and domains. */
export function slug(text: string, separator: string): string {
  return text
    .toLowerCase()
    .replace(/[ßøæłđð]/g, (letter) => UNACCENTED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join(separator);
}
