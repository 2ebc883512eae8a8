export type Role =
  | 'EMPLOYMENT_CLERK'
  | 'EMPLOYMENT_LEAD'
  | 'CREDIT_CLERK'
  | 'CREDIT_LEAD'
  | 'SUBSIDY_CLERK'
  | 'SUBSIDY_LEAD'
  | 'BANK'
  | 'LEADER'
  | 'BULLETIN_EDITOR'
  | 'BULLETIN_ISSUER'
  | 'AUDITOR'
  | 'OPERATOR'

export type Ability = 'seeHome' | 'seeFigures' | 'seeAlerts' | 'seeRisks' | 'workOnAlerts' | 'directAlerts' | 'setRules' | 'seeWorkers' | 'revealIdentity' | 'importRecords' | 'importTargets' | 'seeRecords' | 'proveBulletins' | 'importCreditTargets' | 'workInCredit' | 'seeLoans' | 'seeArrears' | 'seeFeeds' | 'sendFeeds' | 'registerBanks' | 'editRecords' | 'seeReviews' | 'setTargets' | 'checkBulletins' | 'writeBulletins' | 'issueBulletins' | 'seeSubsidies' | 'workInSubsidies' | 'leadSubsidies' | 'readObjections'

const employment: readonly Role[] = ['EMPLOYMENT_CLERK', 'EMPLOYMENT_LEAD']
const credit: readonly Role[] = ['CREDIT_CLERK', 'CREDIT_LEAD']
const subsidy: readonly Role[] = ['SUBSIDY_CLERK', 'SUBSIDY_LEAD']
const watching: readonly Role[] = ['LEADER', 'AUDITOR']
const bulletins: readonly Role[] = ['BULLETIN_EDITOR', 'BULLETIN_ISSUER']

/** Which roles may do what. The services decide; this only spares the reader doors that would not open. */
const allowed: Record<Ability, (role: Role) => boolean> = {
  seeHome: (role) => role === 'LEADER',
  seeFigures: (role) => role !== 'BANK',
  seeAlerts: (role) => role !== 'BANK',
  seeRisks: (role) => /_(CLERK|LEAD)$/.test(role) || watching.includes(role),
  workOnAlerts: (role) => /_(CLERK|LEAD)$/.test(role) || role === 'LEADER',
  directAlerts: (role) => role.endsWith('_LEAD') || role === 'LEADER',
  setRules: (role) => role === 'LEADER',
  seeWorkers: (role) => employment.includes(role) || role === 'LEADER' || role === 'AUDITOR',
  revealIdentity: (role) => employment.includes(role),
  importRecords: (role) => employment.includes(role),
  importTargets: (role) => role === 'EMPLOYMENT_LEAD',
  seeRecords: (role) => employment.includes(role) || credit.includes(role) || subsidy.includes(role) || watching.includes(role) || bulletins.includes(role),
  proveBulletins: (role) => bulletins.includes(role),
  importCreditTargets: (role) => role === 'CREDIT_LEAD',
  workInCredit: (role) => credit.includes(role),
  seeLoans: (role) => credit.includes(role) || watching.includes(role) || role === 'BANK',
  seeArrears: (role) => credit.includes(role) || watching.includes(role),
  seeFeeds: (role) => credit.includes(role) || watching.includes(role) || role === 'BANK',
  sendFeeds: (role) => role === 'CREDIT_LEAD' || role === 'BANK',
  registerBanks: (role) => role === 'CREDIT_LEAD',
  editRecords: (role) => employment.includes(role),
  seeReviews: (role) => employment.includes(role) || role === 'AUDITOR',
  setTargets: (role) => role === 'EMPLOYMENT_LEAD',
  checkBulletins: (role) => role !== 'BANK',
  writeBulletins: (role) => role === 'BULLETIN_EDITOR',
  issueBulletins: (role) => role === 'BULLETIN_ISSUER',
  seeSubsidies: (role) => subsidy.includes(role) || watching.includes(role),
  workInSubsidies: (role) => subsidy.includes(role),
  leadSubsidies: (role) => role === 'SUBSIDY_LEAD',
  readObjections: (role) => subsidy.includes(role) || role === 'AUDITOR',
}

export function mayDo(roles: readonly Role[], ability: Ability): boolean {
  return roles.some(allowed[ability])
}
