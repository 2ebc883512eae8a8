import { get, post, write } from '../api/http'

export type BulletinState = 'DRAFT' | 'REVIEWED' | 'ISSUED'

export interface Section {
  readonly key: string
  readonly heading: string
  readonly shown: boolean
  readonly text: string
  readonly own: string
}

export interface BulletinText {
  readonly mark: string
  readonly serial: string
  readonly title: string
  readonly addressees: string
  readonly opening: string
  readonly sections: readonly Section[]
  readonly signer: string
}

export interface Restated {
  readonly county: string
  readonly name: string
  readonly indicator: string
  readonly title: string
  readonly published: string
  readonly restated: string
}

export interface Bulletin {
  readonly id: string
  readonly asOf: string
  readonly corrects: string | null
  readonly state: BulletinState
  readonly version: number
  readonly text: BulletinText
  readonly draftedBy: string
  readonly reviewedBy: string | null
  readonly issuedBy: string | null
  readonly issuedOn: string | null
  readonly number: string | null
  readonly seal: string | null
  readonly restated: readonly Restated[]
}

export const formats = ['docx', 'pdf', 'xlsx', 'html', 'json'] as const

const path = '/api/reporting/bulletins'

export const fetchBulletins = (): Promise<readonly Bulletin[]> => get<readonly Bulletin[]>(path)
export const fetchBulletin = (id: string): Promise<Bulletin> => get<Bulletin>(`${path}/${id}`)
export const draftBulletin = (asOf: string): Promise<Bulletin> => post<Bulletin>(path, { asOf })
export const saveBulletin = (bulletin: Bulletin, text: BulletinText): Promise<Bulletin> => write<Bulletin>(`${path}/${bulletin.id}`, text, { method: 'PUT', key: crypto.randomUUID(), version: bulletin.version })
export const stepBulletin = (id: string, step: 'review' | 'reopen' | 'issue' | 'correction'): Promise<Bulletin> => post<Bulletin>(`${path}/${id}/${step}`)
export const fileOf = (id: string): string => `${path}/${id}`

/** The same text with one section changed. */
export function withSection(text: BulletinText, key: string, change: Partial<Section>): BulletinText {
  return { ...text, sections: text.sections.map((section) => (section.key === key ? { ...section, ...change } : section)) }
}

export const sameText = (one: BulletinText, other: BulletinText): boolean => JSON.stringify(one) === JSON.stringify(other)
