import { describe, expect, it } from 'vitest'
import type { Alert } from '../alerts/alerts'
import { newest } from './wall'

describe('a wall', () => {
  it('shows the newest alerts, of one day the gravest first', () => {
    const alert = (id: number, opened: string, severity: Alert['severity']): Alert => ({ id, opened, severity }) as Alert
    const shown = newest([alert(1, '2024-06-01', 'SEVERE'), alert(2, '2024-06-09', 'NOTICE'), alert(3, '2024-06-09', 'SEVERE'), alert(4, '2024-05-01', 'SEVERE')], 3)
    expect(shown.map(({ id }) => id)).toEqual([3, 2, 1])
  })
})
