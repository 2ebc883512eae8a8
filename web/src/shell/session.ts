import { shallowRef } from 'vue'
import { get, onSignedOut, post } from '../api/http'
import { problemFrom } from '../api/problem'
import { mayDo, type Ability, type Role } from './roles'

export interface User {
  readonly username: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly counties: readonly string[]
  readonly cityWide: boolean
}

export type Session =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'signedIn'; readonly user: User }

export const session = shallowRef<Session>({ kind: 'loading' })

onSignedOut(() => {
  session.value = { kind: 'signedOut' }
})

export async function loadSession(): Promise<void> {
  try {
    session.value = { kind: 'signedIn', user: await get<User>('/api/session') }
  } catch (thrown) {
    session.value = problemFrom(thrown).status === 401 ? { kind: 'signedOut' } : { kind: 'unreachable' }
  }
}

export function may(ability: Ability): boolean {
  return session.value.kind === 'signedIn' && mayDo(session.value.user.roles, ability)
}

/** Whether the records behind an indicator may be opened: those of the own department, of every one by leaders, auditors and who answers for a bulletin. */
export function maySeeRecords(indicator: string): boolean {
  if (may('proveBulletins')) return true
  if (indicator.startsWith('employment.')) return may('seeWorkers')
  return may(indicator.startsWith('credit.') ? 'seeArrears' : 'seeSubsidies')
}

const returnPath = 'pulse.return-to'

/** Leaves for the login page and remembers where the reader was. */
export function signIn(): void {
  sessionStorage.setItem(returnPath, location.pathname + location.search)
  location.assign('/oauth2/authorization/pulse')
}

/** Where the reader was before signing in; told once. */
export function takeReturnPath(): string | null {
  const path = sessionStorage.getItem(returnPath)
  sessionStorage.removeItem(returnPath)
  return path !== null && path.startsWith('/') && !path.startsWith('//') ? path : null
}

/** Ends the session here and, where the issuer has a page for it, there. */
export async function signOut(): Promise<void> {
  const answer = await post<{ readonly next?: string }>('/logout').catch(() => null)
  location.assign(answer?.next ?? '/')
}
