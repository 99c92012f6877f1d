import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PUBLIC = 'http:public';

/** Open to people who have not signed in; who has is known all the same. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);
