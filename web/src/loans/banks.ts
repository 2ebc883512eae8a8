import { onMounted, shallowRef, type ShallowRef } from 'vue'
import { get } from '../api/http'

/** A bank that delivers feeds. */
export interface Bank {
  readonly code: string
  readonly name: string
  /** Ed25519, base64. */
  readonly publicKey: string
  /** When its feed is expected, local time: 18:00:00. */
  readonly expectedTime: string
}

export interface Banks {
  readonly all: readonly Bank[]
  nameOf(code: string): string
}

export async function fetchBanks(): Promise<readonly Bank[]> {
  return (await get<{ readonly items: readonly Bank[] }>('/api/credit/banks')).items
}

export function banksOf(all: readonly Bank[]): Banks {
  const names = new Map(all.map(({ code, name }) => [code, name]))
  return { all, nameOf: (code) => names.get(code) ?? code }
}

/** The banks' names for a page; codes stand in until they are known. */
export function useBanks(): Readonly<ShallowRef<Banks>> {
  const banks = shallowRef(banksOf([]))
  onMounted(async () => {
    banks.value = banksOf(await fetchBanks().catch(() => []))
  })
  return banks
}
