import type { Vec } from './camera';
import type { Scene } from './scene';

/** One way to photograph a subject: sets up an empty scene. */
export type Shot = (scene: Scene) => void;

/** A small rounded thing that is photographed by the handful: fruit, egg, dumpling. */
export interface Piece {
  /** centimetres */
  radius: number;
  /** Colour seen between the pieces of a pile. */
  depth: string;
  /** Draws one around its middle. */
  draw(scene: Scene, middle: Vec, layer: number): void;
  leaf?: string;
  /** Height of the middle above what it lies on, in radii (1 when absent). */
  lift?: number;
}

/** A thing that stands on its own: bottle, jar, box. */
export interface Ware {
  /** footprint radius and height, centimetres */
  radius: number;
  height: number;
  colours: readonly string[];
  /** Draws one standing at a place, its shadow included. */
  draw(scene: Scene, at: Vec, colour: string, layer: number): void;
}

export const colourOf = (ware: Ware, index: number): string => ware.colours[index % ware.colours.length] ?? '#888888';
