import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiSecurity } from '@nestjs/swagger';

export const PUBLIC = 'http:public';

/** Open to people who have not signed in; who has is known all the same. */
export const Public = (): ReturnType<typeof applyDecorators> => applyDecorators(SetMetadata(PUBLIC, true), ApiSecurity({}), ApiBearerAuth(), ApiCookieAuth());
