import { readPage } from '../api/http'
import { fileOf, type BulletinText } from './bulletin'

/** The page as it stands: as issued, or with the figures of this moment. */
export const fetchPage = (id: string): Promise<string> => readPage(`${fileOf(id)}?format=html`)

/** The page as it would be with this text. */
export const previewPage = (id: string, text: BulletinText): Promise<string> => readPage(`${fileOf(id)}/preview`, text)
