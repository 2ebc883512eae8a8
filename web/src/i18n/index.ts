import { createI18n } from 'vue-i18n'
import * as breaks from '../breaks/messages'
import * as bulletin from '../bulletin/messages'
import * as check from '../check/messages'
import * as proof from '../proof/messages'
import * as ranking from '../ranking/messages'
import * as alerts from '../alerts/messages'
import * as feeds from '../feeds/messages'
import * as breakdowns from '../breakdowns/messages'
import * as cooperation from '../cooperation/messages'
import * as duplicates from '../duplicates/messages'
import * as forms from '../forms/messages'
import * as home from '../home/messages'
import * as history from '../history/messages'
import * as households from '../households/messages'
import * as ledger from '../ledger/messages'
import * as rectification from '../rectification/messages'
import * as rules from '../rules/messages'
import * as returns from '../returns/messages'
import * as reviews from '../reviews/messages'
import * as statements from '../statements/messages'
import * as survey from '../survey/messages'
import * as targets from '../targets/messages'
import * as today from '../today/messages'
import * as training from '../training/messages'
import * as workshops from '../workshops/messages'
import * as wall from '../wall/messages'
import * as risk from '../risk/messages'
import * as watch from '../watch/messages'
import * as workerDesk from '../workers/messages'
import * as loans from '../loans/messages'
import * as batches from '../batches/messages'
import * as calls from '../calls/messages'
import * as cases from '../cases/messages'
import * as notices from '../notices/messages'
import * as notifications from '../notifications/messages'
import * as programmes from '../programmes/messages'
import { en } from './en'
import { zh, type Messages } from './zh'

export type Locale = 'zh' | 'en'

/** Each feature brings its own words, under a name of its own. */
const features = [
  bulletin,
  check,
  proof,
  ranking,
  alerts,
  rectification,
  rules,
  feeds,
  breaks,
  statements,
  forms,
  history,
  workerDesk,
  households,
  ledger,
  returns,
  reviews,
  risk,
  watch,
  loans,
  duplicates,
  survey,
  targets,
  breakdowns,
  cooperation,
  today,
  training,
  workshops,
  batches,
  calls,
  cases,
  notices,
  notifications,
  home,
  wall,
  programmes,
]

const remembered = 'pulse.language'

export const i18n = createI18n<[Messages], Locale, false>({
  legacy: false,
  locale: localStorage.getItem(remembered) === 'en' ? 'en' : 'zh',
  fallbackLocale: 'zh',
  messages: {
    zh: Object.assign({}, zh, ...features.map((feature) => feature.zh)),
    en: Object.assign({}, en, ...features.map((feature) => feature.en)),
  },
})

export function otherLocale(locale: string): Locale {
  return locale === 'en' ? 'zh' : 'en'
}

/** Speaks the language from now on, on this browser. */
export function speak(locale: Locale): void {
  i18n.global.locale.value = locale
  localStorage.setItem(remembered, locale)
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
}
