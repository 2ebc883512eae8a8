// Bulletins, ranking and check as the stub tells them: the shapes of the service, a page in few words.
import { readFileSync } from 'node:fs'
import { bodyOf, json, problem } from './http.mjs'

const template = JSON.parse(readFileSync(new URL('../../reporting-service/src/main/resources/bulletin/template.json', import.meta.url), 'utf8'))
const style = ['page.css', 'screen.css'].map((name) => readFileSync(new URL(`../../reporting-service/src/main/resources/bulletin/html/${name}`, import.meta.url), 'utf8')).join('\n')

export function bulletinRoutes(city) {
  const bulletins = []
  const add = (asOf, state, more = {}) => {
    const issued = state === 'ISSUED' ? { reviewedBy: 'editor', issuedBy: 'issuer', issuedOn: '2024-05-14', number: `通报〔2024〕${bulletins.length + 1}号`, seal: 'c0ffee'.repeat(10) + 'c0de' } : { reviewedBy: null, issuedBy: null, issuedOn: null, number: null, seal: null }
    bulletins.unshift({ id: `b${bulletins.length + 1}`, asOf, corrects: null, state, version: 1, text: template, draftedBy: 'editor', draftedAt: '2024-06-10T08:00:00Z', ...issued, restated: [], ...more })
    return bulletins[0]
  }
  add('2024-05-10', 'ISSUED', { restated: [{ county: '530113', name: '东川区', indicator: 'employment.working', title: '已务工人数', published: '50102', restated: '50110' }] })
  const find = (id) => bulletins.find((each) => each.id === id)
  const named = (text) => text.replaceAll('{city}', city.name).replaceAll('{date}', '6月10日').replaceAll('{year}', '2024').replaceAll(/\{[^}]*\}/g, '<a href="/records?indicator=employment.working">158167</a>')
  const numerals = '一二三四五六七八九十'
  const page = (text, number) =>
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><style>${style}</style></head><body><p class="mark">${named(text.mark)}</p><p class="number">${number ?? '通报〔    〕  号'}</p><h1 class="title">${named(text.title)}</h1><p class="addressees">${text.addressees}</p>` +
    text.sections.filter((each) => each.shown).map((each, i) => `<h2 class="heading">${numerals[i]}、${each.heading}</h2>` + `${each.text}\n${each.own}`.split('\n').filter(Boolean).map((line) => `<p class="body">${named(line)}</p>`).join('')).join('') +
    `<p class="signer">${named(text.signer)}</p><p class="signed-on">年　　月　　日</p></body></html>`
  const html = (response, text) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(text)
  const step = (state, more) => ({ response, account, match }) => {
    const bulletin = find(match[1])
    Object.assign(bulletin, { state, version: bulletin.version + 1, ...more(account) })
    json(response, bulletin)
  }
  return [
    ['GET', /^\/api\/reporting\/bulletins$/, ({ response }) => json(response, bulletins)],
    ['POST', /^\/api\/reporting\/bulletins$/, async ({ request, response }) => {
      const { asOf } = JSON.parse(await bodyOf(request))
      json(response, bulletins.find((each) => each.asOf === asOf) ?? add(asOf, 'DRAFT'), 201)
    }],
    ['GET', /^\/api\/reporting\/bulletins\/(b\d+)$/, ({ response, query, match }) => {
      const bulletin = find(match[1])
      if (bulletin === undefined) return problem(response, 404, 'NOT_FOUND', '未找到')
      return query.has('format') ? html(response, page(bulletin.text, bulletin.number)) : json(response, bulletin)
    }],
    ['PUT', /^\/api\/reporting\/bulletins\/(b\d+)$/, async ({ request, response, match }) => {
      const bulletin = find(match[1])
      json(response, Object.assign(bulletin, { text: JSON.parse(await bodyOf(request)), version: bulletin.version + 1 }))
    }],
    ['POST', /^\/api\/reporting\/bulletins\/(b\d+)\/preview$/, async ({ request, response }) => html(response, page(JSON.parse(await bodyOf(request)), null))],
    ['POST', /^\/api\/reporting\/bulletins\/(b\d+)\/review$/, step('REVIEWED', ({ username }) => ({ reviewedBy: username }))],
    ['POST', /^\/api\/reporting\/bulletins\/(b\d+)\/reopen$/, step('DRAFT', () => ({ reviewedBy: null }))],
    ['POST', /^\/api\/reporting\/bulletins\/(b\d+)\/issue$/, step('ISSUED', ({ username }) => ({ issuedBy: username, issuedOn: city.today, number: '通报〔2024〕2号', seal: 'ab'.repeat(32) }))],
    ['POST', /^\/api\/reporting\/bulletins\/(b\d+)\/correction$/, ({ response, match }) => json(response, add(find(match[1]).asOf, 'DRAFT', { corrects: match[1] }), 201)],
    ['GET', /^\/api\/reporting\/rankings$/, ({ response, query }) => json(response, ranking(city, query.get('month') ?? city.today.slice(0, 7)))],
    ['POST', /^\/api\/reporting\/bulletin-checks$/, async ({ request, response }) => {
      const fileName = /filename="([^"]*)"/.exec((await bodyOf(request)).subarray(0, 600).toString('utf8'))?.[1] ?? ''
      json(response, checked(fileName))
    }],
  ]
}

const disciplines = [
  ['EMPLOYMENT', '务工就业完成率', 'Employment: target completed', 'employment.completion_rate'],
  ['MICROCREDIT', '小额信贷发放完成率', 'Microcredit: target completed', 'credit.completion_rate'],
  ['OVERDUE', '小额信贷逾期率', 'Microcredit: overdue rate', 'credit.overdue_rate'],
  ['TRANSPORT', '跨省务工交通补助发放率', 'Transport subsidy: paid', 'transport.paid_rate'],
  ['YULU', '雨露计划发放率', 'Yulu grant: paid', null],
]

function ranking(city, month) {
  const units = city.units.filter((unit) => unit.code !== city.code).slice(0, 14)
  const rows = (seed) => units.map((unit, i) => ({ county: unit.code, name: unit.name, value: (106.2 - i * seed).toFixed(2), rank: i + 1, rankBefore: ((i + seed) % units.length) + 1, small: i === 2, interview: i >= units.length - 3, twice: i === units.length - 1 }))
  return { month, asOf: month === city.today.slice(0, 7) ? city.today : `${month}-28`, frame: 1, rule: '各项按比率排名（逾期率由低到高，其余由高到低），并列者名次相同，其后名次顺延（1、2、2、4）。', ruleEn: 'Units are ranked by rates; ties share a place.', programmes: disciplines.map(([programme, title, titleEn, indicator], i) => ({ programme, title, titleEn, indicator, rows: rows(i + 1) })), overall: rows(6) }
}

function checked(fileName) {
  const rows = [['县（市）区', '目标任务（人）', '已务工人数（人）', '完成率（%）'], ['盘龙区', '1500', '1593', '108.53'], ['晋宁区', '610', '623', '102'], ['五华区', '0', '0', '0'], ['阳宗海', '', '62', ''], ['总计', '2110', '2278', '107.96']]
  const finding = (kind, row, printed, computed, message, messageEn) => ({ class: kind, table: '表1 务工就业', row: rows[row][0], column: '完成率（%）', printed, computed, message, messageEn, cell: { table: 0, row, column: 3 } })
  return {
    fileName,
    tables: [{ name: '表1 务工就业', rows }],
    formulas: { '表1 务工就业': ['完成率（%） = 100 × 已务工人数（人） ÷ 目标任务（人）'] },
    findings: [
      finding('WRONG', 1, '108.53', '106.20', '1593 ÷ 1500 = 106.20%', '1593 ÷ 1500 = 106.20%'),
      finding('SHORT', 2, '102', '102.13', '623 ÷ 610 = 102.13%，小数位数不足两位', '623 ÷ 610 = 102.13 %: fewer than two decimals'),
      finding('NOT_APPLICABLE_AS_ZERO', 3, '0', '——', '“目标任务（人）”为 0 或未设，比率不适用，应印作“——”，不是 0', 'Nothing to divide by: not applicable, which is not 0'),
      finding('NOTICE', 5, '107.96', '105.02', '合计计入了没有“目标任务（人）”的单位：阳宗海；不计则为 105.02%', 'The total counts units without a target: 105.02 % without them'),
    ],
  }
}
