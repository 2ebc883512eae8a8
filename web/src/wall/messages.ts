import type { Widened } from '../i18n/zh'

export const zh = {
  wall: {
    title: '大屏',
    age: '数据龄期',
    seconds: '{n} 秒',
    minutes: '{n} 分钟',
    reconnecting: '正在重新连接…',
    stale: '数据停更',
    alerts: '最新预警',
    open: '未解除 {n} 条',
    calm: '目前没有未解除的预警',
    since: '{date} 起',
    full: '全屏',
    leave: '返回',
    month: '较上月',
  },
}

export const en: Widened<typeof zh> = {
  wall: {
    title: 'Wall',
    age: 'Age of the data',
    seconds: '{n} s',
    minutes: '{n} min',
    reconnecting: 'Reconnecting…',
    stale: 'Not live',
    alerts: 'Newest alerts',
    open: '{n} open',
    calm: 'No alert is open',
    since: 'since {date}',
    full: 'Full screen',
    leave: 'Back',
    month: 'on the month',
  },
}
