import type { InjectionKey, ShallowRef } from 'vue'
import type { FieldFault } from '../api/problem'

/** What a form tells the fields within it. */
export interface FormState {
  readonly faults: Readonly<ShallowRef<readonly FieldFault[]>>
  /** Names a field that shows its own faults, as long as it stands. */
  show(field: string): () => void
}

export const formState: InjectionKey<FormState> = Symbol('form')
