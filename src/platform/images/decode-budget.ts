interface Waiting {
  readonly bytes: number;
  readonly start: () => void;
}

/**
 * Lets work run while the memory it holds stays under a total; the rest waits, first come first served, so a large picture is not
 * starved by a stream of small ones. Work larger than the total runs alone.
 */
export class DecodeBudget {
  private usedBytes = 0;
  private readonly queue: Waiting[] = [];

  constructor(private readonly totalBytes = 256_000_000) {}

  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    const share = Math.min(bytes, this.totalBytes);
    await this.enter(share);
    try {
      return await work();
    } finally {
      this.usedBytes -= share;
      this.startNext();
    }
  }

  private enter(bytes: number): Promise<void> {
    return new Promise((start) => {
      this.queue.push({ bytes, start });
      this.startNext();
    });
  }

  private startNext(): void {
    for (let next = this.queue[0]; next && this.usedBytes + next.bytes <= this.totalBytes; next = this.queue[0]) {
      this.queue.shift();
      this.usedBytes += next.bytes;
      next.start();
    }
  }
}
