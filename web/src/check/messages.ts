import type { Widened } from '../i18n/zh'

export const zh = {
  check: {
    nav: '发文前校核',
    title: '发文前校核',
    hint: '放入一份已排好的表格（本办或任何单位的），逐格核对算术；文件不保存',
    drop: '把 .docx、.xlsx 或 CSV 拖到这里，或点击选择',
    types: '一份文件可含多张表；最大 16 MB',
    wrongType: '请选择 .docx、.xlsx、.xls 或 .csv 文件',
    checking: '正在校核…',
    again: '换一份文件',
    clean: '核对的关系全部成立，没有发现问题',
    found: '发现 {n} 处',
    formulas: '核对的关系',
    none: '这张表没有认出可核对的关系',
    printed: '印作',
    computed: '应为',
    all: '全部',
    classes: {
      WRONG: '有误',
      SHORT: '位数不足',
      IMPOSSIBLE: '算不出',
      NOT_APPLICABLE_AS_ZERO: '不适用印作 0',
      NOTICE: '提示',
    },
  },
}

export const en: Widened<typeof zh> = {
  check: {
    nav: 'Check',
    title: 'Check before issue',
    hint: 'Drop a finished table, ours or anyone’s: its arithmetic is checked cell by cell; the file is not kept',
    drop: 'Drop a .docx, .xlsx or CSV here, or click to choose',
    types: 'Several tables in one file; 16 MB at most',
    wrongType: 'Choose a .docx, .xlsx, .xls or .csv file',
    checking: 'Checking…',
    again: 'Another file',
    clean: 'Every relation that was checked holds: nothing found',
    found: '{n} found',
    formulas: 'Relations checked',
    none: 'No relation was recognised in this table',
    printed: 'Printed',
    computed: 'Computed',
    all: 'All',
    classes: {
      WRONG: 'Wrong',
      SHORT: 'Too few decimals',
      IMPOSSIBLE: 'Impossible',
      NOT_APPLICABLE_AS_ZERO: 'Not applicable, as 0',
      NOTICE: 'Notice',
    },
  },
}
