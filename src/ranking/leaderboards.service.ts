import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { findPeople, teamNames } from '../accounts/account.queries';
import type { SignedIn } from '../accounts/session.queries';
import { CONFIG, type Config } from '../config/config';
import { toImageView } from '../materials/image-view';
import { findMaterialImages } from '../materials/image.queries';
import { findMaterials } from '../materials/material.queries';
import { Database } from '../platform/database/database';
import { decodeCursor, toPage } from '../platform/http/cursor';
import { id } from '../platform/http/schemas';
import {
  boardLines, contributorLine, contributorParts, CONTRIBUTORS_NEWCOMERS, CONTRIBUTORS_TOTAL, contributorsOfTeam, finishedRun, latestRun,
  MATERIALS_TOTAL, ownCopies, type BoardLine, type FinishedRun,
} from './board.queries';
import { periodAt, type Day, type PeriodKind } from './periods';
import {
  dayOrNull,
  type BoardRunView, type ContributorLineView, type ContributorsBoardView, type ContributorsQuery, type ExplainedLineView, type LineQuery,
  type MaterialLineView, type MaterialsBoardView, type MaterialsQuery,
} from './ranking.dto';
import { boardMoved, notListed, teamNeedsSignIn } from './ranking.errors';
import { today } from './run.queries';

type BoardQuery = Pick<MaterialsQuery, 'period' | 'at' | 'cursor'>;

/** The run a page belongs to and the rank it ended with: a board never changes under whoever pages through it. */
const cursorKey = z.tuple([id, z.int32().positive()]);

/** Reads boards as they were last computed. */
@Injectable()
export class LeaderboardsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @throws HubError `auth.required` for the own team of nobody, `request.cursor`, `ranking.board-moved`. */
  async contributors(query: ContributorsQuery, account: SignedIn | undefined): Promise<ContributorsBoardView> {
    const board = boardName(query.board, account);
    const { run, afterRank } = await this.place(query);
    if (!run || !board) return { run: run ? runView(run) : null, items: [], me: null, nextCursor: null };
    const lines = await boardLines(this.database, run.id, board, afterRank, query.limit + 1);
    const mine = account && (await contributorLine(this.database, run.id, board, account.id));
    const views = await this.contributorViews(mine ? [...lines, mine] : lines);
    const page = toPage(lines, query.limit, ({ subjectId }) => views.get(subjectId)!, ({ rank }) => [run.id, rank]);
    return { run: runView(run), ...page, me: mine ? { ...views.get(mine.subjectId)!, ahead: mine.ahead } : null };
  }

  /** @throws HubError `request.cursor`, `ranking.board-moved`. */
  async materials(query: MaterialsQuery): Promise<MaterialsBoardView> {
    const { run, afterRank } = await this.place(query);
    if (!run) return { run: null, items: [], me: null, nextCursor: null };
    const lines = await boardLines(this.database, run.id, MATERIALS_TOTAL, afterRank, query.limit + 1);
    const views = await this.materialViews(lines);
    return { run: runView(run), ...toPage(lines, query.limit, ({ subjectId }) => views.get(subjectId)!, ({ rank }) => [run.id, rank]), me: null };
  }

  /** One contributor's line with everything its score is made of. @throws HubError `ranking.not-listed`. */
  async explain(accountId: string, query: LineQuery, account: SignedIn | undefined): Promise<ExplainedLineView> {
    const board = boardName(query.board, account);
    const run = await this.latest(query.period, query.at);
    const line = run && board ? await contributorLine(this.database, run.id, board, accountId) : undefined;
    const parts = run && line && (await contributorParts(this.database, run.id, accountId));
    if (!parts) throw notListed();
    const names = await teamNames(this.database, parts.teams.flatMap(({ teamId }) => teamId ?? []));
    const views = await this.contributorViews([line]);
    return {
      run: runView(run),
      line: views.get(accountId)!,
      parts: { ...parts, teams: parts.teams.map((team) => ({ ...team, name: team.teamId === null ? null : (names.get(team.teamId) ?? null) })) },
      ownCopies: await ownCopies(this.database, run, accountId),
    };
  }

  /** The run to read, and the rank after which: the latest from its top, or where the cursor left off. */
  private async place(query: BoardQuery): Promise<{ run: FinishedRun | undefined; afterRank: number }> {
    const [runId, afterRank] = decodeCursor(cursorKey, query.cursor) ?? [undefined, 0];
    if (runId === undefined) return { run: await this.latest(query.period, query.at), afterRank };
    const run = await finishedRun(this.database, runId);
    if (!run) throw boardMoved();
    return { run, afterRank };
  }

  private async latest(kind: PeriodKind, at: Day | undefined): Promise<FinishedRun | undefined> {
    const { start } = periodAt(kind, at ?? (await today(this.database, this.config.periodTimeZone)));
    return latestRun(this.database, { period: kind, start });
  }

  private async contributorViews(lines: readonly BoardLine[]): Promise<Map<string, ContributorLineView>> {
    const people = await findPeople(this.database, lines.map((line) => line.subjectId));
    return new Map(lines.map((line) => [line.subjectId, { ...lineView(line), account: people.get(line.subjectId)! }]));
  }

  private async materialViews(lines: readonly BoardLine[]): Promise<Map<string, MaterialLineView>> {
    const ids = lines.map((line) => line.subjectId);
    const [materials, images] = await Promise.all([findMaterials(this.database, ids), findMaterialImages(this.database, ids)]);
    const people = await findPeople(this.database, [...materials.values()].map((material) => material.author_id));
    const views = lines.map((line): [string, MaterialLineView] => {
      const { body, author_id } = materials.get(line.subjectId)!;
      const cover = (images.get(line.subjectId) ?? []).slice(0, 1).map(toImageView);
      return [line.subjectId, { ...lineView(line), material: { id: line.subjectId, body, author: people.get(author_id)!, images: cover } }];
    });
    return new Map(views);
  }
}

/** @returns undefined for the team of somebody who has none. */
function boardName(board: ContributorsQuery['board'], account: SignedIn | undefined): string | undefined {
  if (board === 'total') return CONTRIBUTORS_TOTAL;
  if (board === 'newcomers') return CONTRIBUTORS_NEWCOMERS;
  if (board !== 'team') return contributorsOfTeam(board.slice('team:'.length));
  if (!account) throw teamNeedsSignIn();
  return account.teamId === null ? undefined : contributorsOfTeam(account.teamId);
}

function lineView({ rank, previousRank, score, reuses, teams, ratingMean, ratingCount }: BoardLine) {
  return { rank, previousRank, score, reuses, teams, rating: { mean: ratingMean, count: ratingCount } };
}

function runView({ id: runId, period, start, end, asOf, formulaVersion, final }: FinishedRun): BoardRunView {
  return {
    id: runId,
    period,
    start: dayOrNull(start),
    end: dayOrNull(end),
    asOf: asOf.toISOString(),
    formulaVersion,
    state: final ? 'final' : 'provisional',
  };
}
