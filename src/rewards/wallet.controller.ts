import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentAccount } from '../accounts/auth.decorators';
import type { SignedIn } from '../accounts/session.queries';
import { decodeCursor, toPage } from '../platform/http/cursor';
import { idParams, listOf } from '../platform/http/schemas';
import { idCursor, pageQuery, type Page, type PageQuery } from './paging';
import { ownAwardDetail, ownAwardView, walletTransfer, walletView } from './wallet.dto';
import type { OwnAwardDetail, OwnAwardView, WalletTransfer, WalletView } from './wallet.dto';
import { WalletService } from './wallet.service';

@ApiTags('wallet')
@Controller('me')
export class WalletController {
  constructor(private readonly wallets: WalletService) {}

  @Get('wallet')
  @ApiResponse({ status: 200, standardSchema: walletView })
  wallet(@CurrentAccount() me: SignedIn): Promise<WalletView> {
    return this.wallets.wallet(me.id);
  }

  @Get('wallet/transfers')
  @ApiResponse({ status: 200, standardSchema: listOf(walletTransfer) })
  async transfers(
    @CurrentAccount() me: SignedIn,
    @Query({ schema: pageQuery }) { limit, cursor }: PageQuery,
  ): Promise<Page<WalletTransfer>> {
    const before = decodeCursor(idCursor, cursor)?.[0];
    return toPage(
      await this.wallets.transfers(me.id, before, limit),
      limit,
      (transfer) => transfer,
      (transfer) => [transfer.id],
    );
  }

  @Get('awards')
  @ApiResponse({ status: 200, standardSchema: listOf(ownAwardView) })
  async awards(@CurrentAccount() me: SignedIn, @Query({ schema: pageQuery }) { limit, cursor }: PageQuery): Promise<Page<OwnAwardView>> {
    const before = decodeCursor(idCursor, cursor)?.[0];
    return toPage(
      await this.wallets.awards(me.id, before, limit),
      limit,
      (award) => award,
      (award) => [award.id],
    );
  }

  @Get('awards/:id')
  @ApiResponse({ status: 200, standardSchema: ownAwardDetail })
  award(@CurrentAccount() me: SignedIn, @Param({ schema: idParams }) { id }: { id: string }): Promise<OwnAwardDetail> {
    return this.wallets.award(me.id, id);
  }
}
