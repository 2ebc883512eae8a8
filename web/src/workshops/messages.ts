import type { Widened } from '../i18n/zh'

export const zh = {
  workshops: {
    nav: '帮扶车间',
    title: '帮扶车间和公益性岗位',
    all: '全部',
    name: '名称',
    posts: { WORKSHOP: '帮扶车间', PUBLIC_WELFARE: '公益性岗位' },
    people: '在岗',
    wages: '月工资合计',
    unregistered: '未登记',
    unregisteredHint: '仅见于务工经历，尚未登记',
    empty: '没有帮扶车间或公益性岗位',
    hands: '在岗人员',
    noHands: '目前没有人在岗',
    add: '登记车间或岗位',
    kind: '种类',
    place: '所在地',
    village: '行政村',
    begins: '开始日期',
    ends: '停办日期',
    saved: '已登记 {name}',
  },
}

export const en: Widened<typeof zh> = {
  workshops: {
    nav: 'Workshops',
    title: 'Workshops and public-welfare posts',
    all: 'All',
    name: 'Name',
    posts: { WORKSHOP: 'Workshop', PUBLIC_WELFARE: 'Public-welfare post' },
    people: 'At work',
    wages: 'Monthly wages',
    unregistered: 'Not on record',
    unregisteredHint: 'Known from spells only',
    empty: 'There are none',
    hands: 'People at work',
    noHands: 'Nobody works there now',
    add: 'Put one on record',
    kind: 'Kind',
    place: 'Place',
    village: 'Village',
    begins: 'Begins',
    ends: 'Ends',
    saved: '{name} is on record',
  },
}
