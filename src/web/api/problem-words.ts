import { defineWords } from '../i18n/locale';
import { Problem } from './problem';

/** What went wrong in the reader's language, by the stable code; by status when a newer server says a code we do not know. */
const byCode = defineWords<Record<string, string>>(
  {
    network: '没连上。可能是你的网，也可能是我们这边；东西没丢，等等再试。',
    'auth.required': '登录过期了，再登一次，接着做。',
    'auth.wrong-credentials': '名字或密码不对。',
    'auth.forbidden': '这个账号做不了这件事。',
    'auth.suspended': '这个账号暂停了，有疑问找审核员。',
    'auth.cross-site': '这个请求是从别的网站来的，没有执行。',
    'account.name-taken': '这个名字有人用了，换一个。',
    'account.not-found': '没有这个账号。',
    'invite.not-usable': '这个邀请码不存在、过期了，或者用过了。跟邀你的人再要一个。',
    'request.invalid': '有一处填得不对，看看再交。',
    'request.not-found': '这里没有东西。链接旧了，或者已经下架。',
    'request.cursor': '列表变了，从头再拉一次。',
    'request.throttled': '点得太快了，歇几秒再来。东西没丢。',
    'request.too-large': '太大了，传不上来。',
    'request.unsupported-type': '这种文件我们不收。',
    'hub.unavailable': '不是你的网，是我们这边忙。东西没丢，等等再试。',
    'hub.error': '是我们这边出了错，不是你的问题。',
  },
  {
    network: 'Could not connect. It may be your network or ours; nothing is lost, try again in a moment.',
    'auth.required': 'Your session ended. Sign in again and carry on.',
    'auth.wrong-credentials': 'The name or the password is wrong.',
    'auth.forbidden': 'This account may not do that.',
    'auth.suspended': 'This account is suspended. Ask a moderator if that seems wrong.',
    'auth.cross-site': 'This request came from another site and was not carried out.',
    'account.name-taken': 'This name is taken, choose another.',
    'account.not-found': 'There is no such account.',
    'invite.not-usable': 'This invite code does not exist, has expired or was used. Ask for a new one.',
    'request.invalid': 'Something in there is not valid. Have a look and send it again.',
    'request.not-found': 'There is nothing here: an old link, or it was withdrawn.',
    'request.cursor': 'The list has changed; pull it again from the top.',
    'request.throttled': 'That was too fast. Wait a few seconds; nothing is lost.',
    'request.too-large': 'This is too large to send.',
    'request.unsupported-type': 'We do not take this kind of file.',
    'hub.unavailable': 'Not your network: our side is busy. Nothing is lost, try again in a moment.',
    'hub.error': 'Something went wrong on our side, not on yours.',
  },
);

const byStatus: Record<number, string> = {
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'request.not-found',
  413: 'request.too-large',
  415: 'request.unsupported-type',
  429: 'request.throttled',
  503: 'hub.unavailable',
};

export function problemWords(error: unknown): string {
  if (!(error instanceof Problem)) return wordsFor('hub.error');
  return byCode.value[error.code] ?? wordsFor(byStatus[error.status] ?? (error.status >= 500 ? 'hub.error' : 'request.invalid'));
}

function wordsFor(code: string): string {
  return byCode.value[code] ?? code;
}
