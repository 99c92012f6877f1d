/** A place in the studio in centimetres: right, away from the viewer, up. */
export type Vec = readonly [x: number, y: number, z: number];
/** A place on the picture. */
export type Spot = readonly [x: number, y: number];

export interface View {
  /** Degrees looked down: 0 is level with the table, 90 straight from above. */
  pitch: number;
  /** Degrees the table is turned. */
  yaw?: number;
  /** Centimetres that fit the shorter side of the picture. */
  span: number;
  /** What sits in the middle of the picture. */
  at?: Vec;
}

/** The studio light falls from the upper left, a little from the front. */
const LIGHT: Vec = [-0.46, -0.5, 0.73];
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export const plus = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** Parallel projection: no vanishing point, so a thing looks the same wherever it is put down. */
export class Camera {
  /** Picture units per centimetre. */
  readonly scale: number;
  /** How round a circle lying on the table looks: 0 is a line, 1 a full circle. */
  readonly tilt: number;
  /** How tall a standing centimetre looks. */
  readonly rise: number;
  private readonly yawSin: number;
  private readonly yawCos: number;
  private readonly middle: Spot;

  constructor(view: View, width: number, height: number) {
    this.scale = Math.min(width, height) / view.span;
    this.tilt = Math.sin(radians(view.pitch));
    this.rise = Math.cos(radians(view.pitch));
    this.yawSin = Math.sin(radians(view.yaw ?? 0));
    this.yawCos = Math.cos(radians(view.yaw ?? 0));
    this.middle = [0, 0];
    const [x, y] = this.spot(view.at ?? [0, 0, 0]);
    this.middle = [width / 2 - x, height / 2 - y];
  }

  spot(place: Vec): Spot {
    const [x, y] = this.turned(place);
    return [this.middle[0] + x * this.scale, this.middle[1] - (place[2] * this.rise + y * this.tilt) * this.scale];
  }

  /** Larger is nearer; painters draw far things first. */
  nearness(place: Vec): number {
    return place[2] * this.tilt - this.turned(place)[1] * this.rise;
  }

  faces(normal: Vec): boolean {
    return this.nearness(normal) > 0.001;
  }

  /** Light a surface with this normal receives, 0…1. */
  light(normal: Vec): number {
    const [x, y] = this.turned(normal);
    return Math.max(0, x * LIGHT[0] + y * LIGHT[1] + normal[2] * LIGHT[2]);
  }

  private turned([x, y]: Vec): Spot {
    return [x * this.yawCos - y * this.yawSin, x * this.yawSin + y * this.yawCos];
  }
}
