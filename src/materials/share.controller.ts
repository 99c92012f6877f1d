import { Controller, Get, Inject, Param, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../platform/http/public';
import { CONFIG, type Config } from '../config/config';
import { unknownShareCode } from './material.errors';
import { readShareCode } from './share-code';

/** Where a promoter's own link leads: at once to the page of the material, without a look at the database. */
@ApiExcludeController()
@Public()
@Controller('s')
export class ShareController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get(':code')
  @Redirect()
  follow(@Param('code') code: string): { url: string; statusCode: number } {
    const target = readShareCode(this.config.appSecret!, code);
    if (!target) throw unknownShareCode();
    return { url: `/m/${target.materialId}?by=${code}`, statusCode: 302 };
  }
}
