import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { findPeople, teamNames } from '../accounts/account.queries';
import type { PersonView } from '../accounts/account.dto';
import type { SignedIn } from '../accounts/session.queries';
import { CONFIG, type Config } from '../config/config';
import { toImageView } from '../materials/image-view';
import { findMaterialImages } from '../materials/image.queries';
import { findMaterials } from '../materials/material.queries';
import { Database } from '../platform/database/database';
import { decodeCursor, toPage } from '../platform/http/cursor';
import {
  boardLines, CONTRIBUTORS_NEWCOMERS, CONTRIBUTORS_TOTAL, contributorsOfTeam, finishedRun, latestRun, lineOf, MATERIALS_TOTAL, ownCopies, scoreAtRank,
  type BoardLine, type FinishedRun,
} from './board.queries';
import { periodAt, type Day, type PeriodKind } from './periods';
import type { ContributorLine, ContributorsBoard, ContributorsQuery, Explanation, ExplanationQuery, MaterialsBoard, MaterialsQuery, MyLine, RunOfBoard } from './ranking.dto';
import { boardMoved, notListed, teamNeedsSignIn } from './ranking.errors';
import { today } from './run.queries';

/** The run a page was read from, and its last rank: pages of one board come from one computation. */
const position = z.tuple([z.string().regex(/^\d+$/), z.number().int()]);

/** Boards as they are read: by run, board and rank, never computed on a request. */
@Injectable()
export class BoardsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @throws HubError `auth.required` for one's own team when signed out, `request.cursor`, `ranking.board-moved` */
  async contributors(query: ContributorsQuery, reader: SignedIn | undefined): Promise<ContributorsBoard> {
    const board = boardOf(query.board, reader);
    const { run, after } = await this.open(query);
    if (!run) return { run: null, me: null, items: [], nextCursor: null };
    const lines = await boardLines(this.database, run.id, board, after, query.limit + 1);
    const people = await findPeople(this.database, lines.map((line) => line.subjectId));
    const page = toPage(lines, query.limit, (line) => toContributor(line, people.get(line.subjectId)!), (line) => [run.id, line.rank]);
    return { run: toRun(run), me: reader ? await this.mine(run, board, reader) : null, ...page };
  }

  /** @throws HubError `request.cursor`, `ranking.board-moved` */
  async materials(query: MaterialsQuery): Promise<MaterialsBoard> {
    const { run, after } = await this.open(query);
    if (!run) return { run: null, me: null, items: [], nextCursor: null };
    const lines = await boardLines(this.database, run.id, MATERIALS_TOTAL, after, query.limit + 1);
    const ids = lines.map((line) => line.subjectId);
    const [materials, images] = await Promise.all([findMaterials(this.database, ids), findMaterialImages(this.database, ids)]);
    const people = await findPeople(this.database, [...materials.values()].map((material) => material.author_id));
    // What was taken down since the run keeps its rank and shows nothing.
    const shown = lines.filter((line) => materials.get(line.subjectId)?.state === 'published');
    const present = (line: BoardLine): MaterialsBoard['items'][number] => {
      const material = materials.get(line.subjectId)!;
      const pictures = (images.get(material.id) ?? []).map(toImageView);
      return { ...figures(line), material: { id: material.id, body: material.body, author: people.get(material.author_id)!, images: pictures } };
    };
    const page = toPage(lines, query.limit, (line) => line, (line) => [run.id, line.rank]);
    return { run: toRun(run), me: null, items: page.items.filter((line) => shown.includes(line)).map(present), nextCursor: page.nextCursor };
  }

  /** Opens one line: the sum itself and what is in it. @throws HubError `ranking.not-listed` */
  async explain(accountId: string, query: ExplanationQuery, reader: SignedIn | undefined): Promise<Explanation> {
    const board = boardOf(query.board, reader);
    const run = await this.latest(query.period, query.at);
    const line = run && (await lineOf(this.database, run.id, board, accountId));
    const person = line && (await findPeople(this.database, [accountId])).get(accountId);
    if (!person) throw notListed();
    const names = await teamNames(this.database, line.parts.teams.flatMap((team) => team.teamId ?? []));
    const teams = line.parts.teams.map((team) => ({ ...team, name: team.teamId === null ? null : (names.get(team.teamId) ?? null) }));
    return { run: toRun(run), line: toContributor(line, person), parts: { ...line.parts, teams }, ownCopies: await ownCopies(this.database, accountId, run) };
  }

  private async mine(run: FinishedRun, board: string, reader: SignedIn): Promise<MyLine | null> {
    const line = await lineOf(this.database, run.id, board, reader.id);
    if (!line) return null;
    const person = (await findPeople(this.database, [reader.id])).get(reader.id)!;
    return { ...toContributor(line, person), ahead: (await scoreAtRank(this.database, run.id, board, line.rank - 1)) ?? null };
  }

  private async open({ period, at, cursor }: { period: PeriodKind; at?: Day | undefined; cursor?: string | undefined }): Promise<{ run: FinishedRun | undefined; after: number }> {
    const from = decodeCursor(position, cursor);
    if (!from) return { run: await this.latest(period, at), after: 0 };
    const run = await finishedRun(this.database, from[0]);
    if (!run) throw boardMoved();
    return { run, after: from[1] };
  }

  private async latest(kind: PeriodKind, at: Day | undefined): Promise<FinishedRun | undefined> {
    const { start } = periodAt(kind, at ?? (await today(this.database, this.config.periodTimeZone)));
    return latestRun(this.database, { period: kind, start });
  }
}

function boardOf(board: ContributorsQuery['board'], reader: SignedIn | undefined): string {
  if (board === 'total') return CONTRIBUTORS_TOTAL;
  if (board === 'newcomers') return CONTRIBUTORS_NEWCOMERS;
  if (board !== 'team') return contributorsOfTeam(board.slice('team:'.length));
  if (!reader) throw teamNeedsSignIn();
  // Who has no team has a team board with nobody on it.
  return contributorsOfTeam(reader.teamId ?? '0');
}

function figures({ rank, previousRank, score, reuses, teams, ratingMean, ratingCount }: Omit<BoardLine, 'newcomer'>): Omit<ContributorLine, 'account'> {
  return { rank, previousRank, score, reuses, teams, rating: { mean: ratingMean, count: ratingCount } };
}

function toContributor(line: Omit<BoardLine, 'newcomer'>, account: PersonView): ContributorLine {
  return { ...figures(line), account };
}

function toRun({ id, period, start, end, asOf, formulaVersion, final }: FinishedRun): RunOfBoard {
  return { id, period, ...calendarDays({ start, end }), asOf: asOf.toISOString(), formulaVersion, state: final ? 'final' : 'provisional' };
}

/** All time has neither first nor last day. */
export function calendarDays({ start, end }: { start: Day; end: Day }): { start: Day | null; end: Day | null } {
  return { start: start === '-infinity' ? null : start, end: end === 'infinity' ? null : end };
}
