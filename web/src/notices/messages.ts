import type { Widened } from '../i18n/zh'

export const zh = {
  notices: {
    title: '补助公示',
    lead: '以下人员拟发放补助，现予公示。对公示内容有异议的，请在截止日期前提出。',
    privacy: '姓名已作脱敏处理。',
    county: '县（市）区',
    any: '全部县（市）区',
    who: '姓名',
    programme: '项目',
    amount: '金额（元）',
    from: '公示开始',
    ends: '公示截止',
    object: '提出异议',
    text: '异议内容',
    textHint: '请写明您认为不符合条件的事实，500 字以内。',
    send: '提交',
    cancel: '取消',
    taken: '已收到您的异议，编号 {id}。经核实后依规处理。',
    none: '目前没有公示中的补助',
    count: '公示中 {n} 件',
  },
}

export const en: Widened<typeof zh> = {
  notices: {
    title: 'Public notice of subsidies',
    lead: 'These people are to be paid. Whoever objects does so before the notice ends.',
    privacy: 'Names are masked.',
    county: 'County',
    any: 'All counties',
    who: 'Name',
    programme: 'Programme',
    amount: 'Amount (yuan)',
    from: 'Since',
    ends: 'Until',
    object: 'Object',
    text: 'What is wrong',
    textHint: 'Say what fact speaks against it, in 500 characters.',
    send: 'Send',
    cancel: 'Cancel',
    taken: 'Your objection was received under number {id}.',
    none: 'Nothing is on notice now',
    count: '{n} on notice',
  },
}
