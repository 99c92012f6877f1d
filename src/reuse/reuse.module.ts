import { Module, type OnModuleInit } from '@nestjs/common';
import { MaterialMarks } from '../materials/material-marks';
import { MaterialsModule } from '../materials/materials.module';
import { CountingConnection } from './counting-connection';
import { findMarks } from './reuse.queries';
import { RatingsService } from './ratings.service';
import { ReuseBatcher } from './reuse-batcher';
import { ReuseController } from './reuse.controller';
import { ReuseService } from './reuse.service';

@Module({
  imports: [MaterialsModule],
  controllers: [ReuseController],
  providers: [ReuseService, ReuseBatcher, CountingConnection, RatingsService],
  exports: [ReuseService, RatingsService],
})
export class ReuseModule implements OnModuleInit {
  constructor(private readonly marks: MaterialMarks) {}

  onModuleInit(): void {
    this.marks.use(async (sql, accountId, materialIds) => {
      const rows = await findMarks(sql, accountId, materialIds);
      return new Map(
        rows.map((row) => [
          row.material_id,
          {
            copiedAt: row.first_at.toISOString(),
            savedAt: row.saved_at?.toISOString() ?? null,
            sentAt: row.sent_at?.toISOString() ?? null,
            stars: row.stars,
            note: row.note,
          },
        ]),
      );
    });
  }
}
