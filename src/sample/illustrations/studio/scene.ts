import { Camera, type Spot, type Vec, type View } from './camera';
import type { Random } from './random';

/** offset 0…1, colour, opacity (1 when absent) */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** Coordinates with one decimal, finer is invisible and doubles the SVG; shares and opacities below 1 with three. */
const round = (value: number): number => (Math.abs(value) < 1 ? Math.round(value * 1000) / 1000 : Math.round(value * 10) / 10);

/** SVG text whose numbers are rounded. */
export const svg = (text: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: text }, ...values.map((value) => (typeof value === 'number' ? round(value) : value)));

const points = (spots: readonly Spot[]): string => spots.map(([x, y]) => svg`${x},${y}`).join(' ');
export const polygon = (spots: readonly Spot[], attributes: string): string => `<polygon points="${points(spots)}" ${attributes}/>`;

/**
 * A picture being set up: things are put at places on the table and painted from far to near. Soft edges come from
 * gradients and stacked strokes; SVG blur filters would cost more time than everything else in the picture together.
 */
export class Scene {
  readonly unit: number;
  camera: Camera;
  private readonly gradients = new Map<string, string>();
  private readonly things: { layer: number; nearness: number; markup: string }[] = [];
  private behind = '';
  private above = '';

  constructor(readonly width: number, readonly height: number, readonly random: Random) {
    this.unit = Math.min(width, height) / 100;
    this.camera = new Camera({ pitch: 20, span: 30 }, width, height);
  }

  look(view: View): void {
    this.camera = new Camera(view, this.width, this.height);
  }

  /** Lets the whole picture be its background. */
  backdrop(markup: string): void {
    this.behind += markup;
  }

  /** Light and haze over everything. */
  overlay(markup: string): void {
    this.above += markup;
  }

  /** Puts a thing down. A higher layer lies on top whatever the distance (fruit on its plate). */
  put(at: Vec, markup: string, layer = 0): void {
    this.things.push({ layer, nearness: this.camera.nearness(at), markup });
  }

  fill(colour: string, attributes = ''): string {
    return `<rect width="${this.width}" height="${this.height}" fill="${colour}" ${attributes}/>`;
  }

  linear(stops: readonly Stop[], from: Spot = [0, 0], to: Spot = [0, 1]): string {
    return this.gradient('linearGradient', `x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}"`, stops);
  }

  radial(stops: readonly Stop[], middle: Spot = [0.5, 0.5], radius = 0.5, focus: Spot = middle): string {
    const place = `cx="${middle[0]}" cy="${middle[1]}" r="${radius}" fx="${focus[0]}" fy="${focus[1]}"`;
    return this.gradient('radialGradient', place, stops);
  }

  svg(pixels: number): string {
    const scale = pixels / Math.max(this.width, this.height);
    const defs = [...this.gradients].map(([definition, id]) => `<${definition.replace(' ', ` id="${id}" `)}`).join('');
    const sorted = [...this.things].sort((a, b) => a.layer - b.layer || a.nearness - b.nearness);
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(this.width * scale)}" height="${Math.round(this.height * scale)}" ` +
      `viewBox="0 0 ${this.width} ${this.height}"><defs>${defs}</defs>` +
      `${this.behind}${sorted.map(({ markup }) => markup).join('')}${this.above}</svg>`
    );
  }

  /** Equal gradients are defined once. */
  private gradient(tag: string, geometry: string, stops: readonly Stop[]): string {
    const inside = stops
      .map(
        ([offset, colour, opacity]) =>
          `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
      )
      .join('');
    const definition = `${tag} ${geometry}>${inside}</${tag}>`;
    const id = this.gradients.get(definition) ?? `g${this.gradients.size}`;
    this.gradients.set(definition, id);
    return `url(#${id})`;
  }
}
