// Notifications of the stand-in: told of the made-up alerts, kept until the stub stops.
import { bodyOf, json, problem } from './http.mjs'

const tone = { SEVERE: '严重', WARNING: '预警', NOTICE: '提示' }

/** Routes of inbox, subscriptions and log; `alerts` are those of the stand-in. */
export function notificationRoutes(alerts) {
  const read = new Map()
  const seen = (account) => read.get(account.username) ?? read.set(account.username, new Set()).get(account.username)
  const told = alerts.map((alert, index) => ({
    id: index + 1, alert: alert.id, kind: 'OPENED', severity: alert.severity, county: alert.county, name: alert.name,
    title: `【${tone[alert.severity]}】${alert.name}：${alert.ruleName}（新增）`, titleEn: `${alert.ruleNameEn} (${alert.severity.toLowerCase()}, new)`,
    text: alert.why, textEn: alert.whyEn, day: alert.opened, at: new Date(Date.now() - (alerts.length - index) * 5_400_000).toISOString(),
  })).reverse()
  const base = { role: null, target: '', signed: false, counties: [], department: null, severity: 'WARNING', quietFrom: null, quietUntil: null, digestAt: null, enabled: true, editable: true, endable: true, lastSent: null, waiting: 0, givenUp: 0, problem: null }
  const subscriptions = [
    { ...base, id: 1, name: '值班群', owner: 'leader', channel: 'WECOM', target: '…4bc4', severity: 'SEVERE', lastSent: new Date(Date.now() - 3_600_000).toISOString() },
    { ...base, id: 2, name: '每日汇总', owner: 'leader', channel: 'EMAIL', target: 'l***@km.gov.cn', digestAt: '08:30:00', quietFrom: '22:00:00', quietUntil: '07:00:00', waiting: 3 },
    { ...base, id: 3, name: '信贷工作群', owner: 'leader', channel: 'DINGTALK', target: '…91ef', signed: true, department: 'CREDIT', givenUp: 2, problem: '错误码 310000 sign not match' },
    { ...base, id: 4, name: '领导：预警及以上', owner: 'county-pulse', role: 'LEADER', channel: 'IN_APP' },
  ]
  const deliveries = subscriptions.slice(0, 3).flatMap((subscription, row) => told.slice(0, 2).map((each, index) => ({ id: row * 2 + index + 1, subscription: subscription.id, name: subscription.name, owner: subscription.owner, channel: subscription.channel, state: ['SENT', 'WAITING', 'GIVEN_UP'][row], alert: each.alert, title: each.title, titleEn: each.titleEn, attempts: [1, 0, 10][row], createdAt: each.at, dueAt: each.at, sentAt: row === 0 ? each.at : null, problem: row === 2 ? '错误码 310000 sign not match' : null })))
  const unread = (account) => told.filter(({ id }) => !seen(account).has(id)).length
  const body = async (request) => JSON.parse((await bodyOf(request)).toString() || '{}')
  const saved = (found, form) => Object.assign(found, Object.fromEntries(Object.entries(form).filter(([name]) => !['address', 'secret'].includes(name))), form.address ? { target: `…${form.address.slice(-4)}` } : {}, { signed: found.signed || Boolean(form.secret) })
  return [
    ['GET', /^\/api\/reporting\/notifications$/, ({ response, account, query }) => json(response, { unread: unread(account), items: told.map((each) => ({ ...each, read: seen(account).has(each.id) })).filter((each) => query.get('unread') !== 'true' || !each.read).slice(0, Number(query.get('limit') ?? 100)) })],
    ['POST', /^\/api\/reporting\/notifications\/read$/, async ({ request, response, account }) => {
      const { ids = [], through = 0 } = await body(request)
      told.filter(({ id }) => ids.includes(id) || id <= through).forEach(({ id }) => seen(account).add(id))
      json(response, { unread: unread(account) })
    }],
    ['GET', /^\/api\/reporting\/subscriptions$/, ({ response, account }) => json(response, { subscriptions, channels: ['IN_APP', 'EMAIL', 'WECOM', 'DINGTALK', 'FEISHU'], forRoles: account.roles.includes('LEADER') })],
    ['POST', /^\/api\/reporting\/subscriptions$/, async ({ request, response, account }) => {
      const form = await body(request)
      if (form.channel !== 'IN_APP' && form.channel !== 'EMAIL' && !form.address?.startsWith('https://')) return problem(response, 400, 'BAD_REQUEST', '请求有误', '请填写群机器人的 Webhook 地址：以 https:// 开头，且属于允许的服务器。', { field: 'address' })
      const added = saved({ ...base, id: subscriptions.length + 1, owner: account.username }, form)
      subscriptions.unshift(added)
      json(response, added, 201)
    }],
    ['PUT', /^\/api\/reporting\/subscriptions\/(\d+)$/, async ({ request, response, match }) => json(response, saved(subscriptions.find(({ id }) => id === Number(match[1])), await body(request)))],
    ['DELETE', /^\/api\/reporting\/subscriptions\/(\d+)$/, ({ response, match }) => {
      subscriptions.splice(subscriptions.findIndex(({ id }) => id === Number(match[1])), 1)
      response.writeHead(204).end()
    }],
    ['POST', /^\/api\/reporting\/subscriptions\/(\d+)\/test$/, ({ response, match }) => json(response, match[1] === '3' ? { delivered: false, problem: '错误码 310000 sign not match' } : { delivered: true, problem: null })],
    ['GET', /^\/api\/reporting\/deliveries$/, ({ response, query }) => json(response, { deliveries: deliveries.filter(({ state, subscription }) => (!query.get('state') || state === query.get('state')) && (!query.get('subscription') || subscription === Number(query.get('subscription')))) })],
  ]
}
