import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/sql';
import type { MarksView } from './material.dto';

type Loader = (sql: Sql, accountId: string, materialIds: readonly string[]) => Promise<ReadonlyMap<string, MarksView>>;

/** What a promoter did with the materials of a page. Materials do not know reuse: the feature to the right brings its loader. */
@Injectable()
export class MaterialMarks {
  private loader: Loader = async () => new Map();

  use(loader: Loader): void {
    this.loader = loader;
  }

  load(sql: Sql, accountId: string | undefined, materialIds: readonly string[]): Promise<ReadonlyMap<string, MarksView>> {
    return accountId === undefined ? Promise.resolve(new Map()) : this.loader(sql, accountId, materialIds);
  }
}
