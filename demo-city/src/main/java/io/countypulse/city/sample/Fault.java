package io.countypulse.city.sample;

import io.countypulse.city.people.WorkerRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ways a row of a workers file can be wrong by itself, each named by the code it must come back
 * with.
 */
public enum Fault {
  IDENTITY_NUMBER_CHECKSUM("证件号码"),
  IDENTITY_NUMBER_DATE("证件号码"),
  IDENTITY_NUMBER_LENGTH("证件号码"),
  IDENTITY_NUMBER_PROVINCE("证件号码"),
  PRECISION_LOST("证件号码"),
  MISSING("人编号"),
  DATE_IMPOSSIBLE("开始日期"),
  DATE_UNREADABLE("结束日期"),
  START_IN_FUTURE("开始日期"),
  END_BEFORE_START("结束日期"),
  NUMBER_NEGATIVE("月工资"),
  NUMBER_UNREADABLE("月工资"),
  UNDECODABLE("姓名"),
  RAGGED_ROW("");

  private final String column;

  Fault(String column) {
    this.column = column;
  }

  /** The header of the column that is wrong; empty where the whole row is. */
  public String column() {
    return column;
  }

  /** The row with this fault and no other. */
  List<String> spoil(List<String> cells, LocalDate today) {
    List<String> spoilt = new ArrayList<>(cells);
    if (this == RAGGED_ROW) {
      spoilt.add("多余");
    } else {
      int place = WorkerRows.COLUMNS.indexOf(column);
      spoilt.set(place, spoilt(cells.get(place), today));
    }
    return spoilt;
  }

  private String spoilt(String cell, LocalDate today) {
    return switch (this) {
      case IDENTITY_NUMBER_CHECKSUM -> cell.substring(0, 17) + (cell.endsWith("7") ? "8" : "7");
      case IDENTITY_NUMBER_DATE -> cell.substring(0, 10) + "0230" + cell.substring(14, 17) + "X";
      case IDENTITY_NUMBER_LENGTH -> cell.substring(0, 16);
      case IDENTITY_NUMBER_PROVINCE -> "10" + cell.substring(2, 17) + "X";
      case PRECISION_LOST -> cell.charAt(0) + "." + cell.substring(1, 6) + "E+17";
      case MISSING -> "";
      case DATE_IMPOSSIBLE -> today.getYear() - 1 + "-02-30";
      case DATE_UNREADABLE -> "年底";
      case START_IN_FUTURE -> today.plusDays(1).toString();
      case END_BEFORE_START -> today.minusYears(9).toString();
      case NUMBER_NEGATIVE -> "-3200";
      case NUMBER_UNREADABLE -> "1.2e3";
      case UNDECODABLE -> cell + "\uFFFD";
      case RAGGED_ROW -> cell;
    };
  }
}
