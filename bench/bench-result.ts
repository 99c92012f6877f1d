/** One measured line. Both numbers come from the same run on the same machine, so the ratio means something where the values do not. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is compared with, in the same unit. */
  readonly reference: { readonly name: string; readonly value: number };
  /** value / reference. */
  readonly ratio: number;
  /** The ratio we promise: at least this much of a speed, at most this much of a time. */
  readonly target: number;
  readonly bound: 'at least' | 'at most';
  readonly holds: boolean;
}
