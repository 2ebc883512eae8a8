import { filterNames, isIdentityNumber, type WorkerFilter } from './workers'

/** A filter that somebody keeps under a name. */
export interface View {
  readonly name: string
  readonly filter: Readonly<Record<string, string>>
}

const key = (user: string): string => `pulse.views.workers.${user}`

export function viewsOf(user: string, storage: Pick<Storage, 'getItem'> = localStorage): readonly View[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key(user)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((view): view is View => typeof view?.name === 'string' && typeof view?.filter === 'object' && view.filter !== null) : []
  } catch {
    return []
  }
}

export function keepViews(user: string, views: readonly View[], storage: Pick<Storage, 'setItem'> = localStorage): void {
  storage.setItem(key(user), JSON.stringify(views))
}

/** The views with one more; one of the same name is replaced, an identity number is never kept. */
export function withView(views: readonly View[], name: string, filter: WorkerFilter): readonly View[] {
  const told = filterNames.filter((field) => filter[field] !== '' && !(field === 'q' && isIdentityNumber(filter.q)))
  return [...views.filter((view) => view.name !== name), { name, filter: Object.fromEntries(told.map((field) => [field, filter[field]])) }]
}
