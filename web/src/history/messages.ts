import type { Widened } from '../i18n/zh'

export const zh = {
  history: {
    title: '变更历史',
    empty: '没有变更记录',
    approvedBy: '复核人 {name}',
    reason: '原因：{reason}',
    version: '第 {n} 版',
    first: '首次登记',
    was: '原',
    is: '现',
    noChange: '各项内容未变',
    actions: {
      IMPORTED: '文件导入', WORKER_CREATED: '登记人员', WORKER_EDITED: '修改', SPELL_STARTED: '开始务工', SPELL_ENDED: '结束务工', WORKER_MOVED: '迁户', WORKER_CORRECTED: '更正所属户',
      WORKER_RESTORED: '恢复旧版本', WORKERS_MERGED: '合并重复记录', HOUSEHOLD_CREATED: '登记户', HOUSEHOLD_EDITED: '修改户', HOUSEHOLD_MOVED: '户迁移', HOUSEHOLD_CORRECTED: '更正户所在县',
      SURVEY_ENTERED: '登记调查', WORKPLACE_ASSIGNED: '指定所在岗位', TARGET_SET: '设定目标',
    },
    fields: {
      householdId: '所属户', residence: '所在县（市）区', township: '乡镇', village: '行政村', name: '姓名', identityNumber: '证件号码', category: '户类型', labour: '劳动能力', wishToWork: '就业意愿',
      spells: '务工经历', headCount: '家庭人口', incomes: '年度纯收入', history: '目标值', deadline: '完成时限',
    },
  },
}

export const en: Widened<typeof zh> = {
  history: {
    title: 'History',
    empty: 'Nothing has changed',
    approvedBy: 'approved by {name}',
    reason: 'Reason: {reason}',
    version: 'version {n}',
    first: 'First registered',
    was: 'was',
    is: 'is',
    noChange: 'Nothing in it changed',
    actions: {
      IMPORTED: 'Imported', WORKER_CREATED: 'Registered', WORKER_EDITED: 'Edited', SPELL_STARTED: 'Work started', SPELL_ENDED: 'Work ended', WORKER_MOVED: 'Moved household', WORKER_CORRECTED: 'Household corrected',
      WORKER_RESTORED: 'Restored', WORKERS_MERGED: 'Merged', HOUSEHOLD_CREATED: 'Registered', HOUSEHOLD_EDITED: 'Edited', HOUSEHOLD_MOVED: 'Moved county', HOUSEHOLD_CORRECTED: 'County corrected',
      SURVEY_ENTERED: 'Survey entered', WORKPLACE_ASSIGNED: 'Workplace assigned', TARGET_SET: 'Target set',
    },
    fields: {
      householdId: 'Household', residence: 'County', township: 'Township', village: 'Village', name: 'Name', identityNumber: 'Identity number', category: 'Category', labour: 'Labour', wishToWork: 'Wishes to work',
      spells: 'Spells', headCount: 'Head count', incomes: 'Net incomes', history: 'Target', deadline: 'Deadline',
    },
  },
}
