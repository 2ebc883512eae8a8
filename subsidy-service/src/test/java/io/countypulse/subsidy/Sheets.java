package io.countypulse.subsidy;

import java.util.List;

/** Files of the department, and events it hears, as tests write them. */
public final class Sheets {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private Sheets() {}

  /** The n-th invented identity number: valid in form, and nobody's. */
  public static String identity(int n) {
    String body = "53019019900101" + "%03d".formatted(n);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  public static String students(String... rows) {
    return "县（市）区,户编号,人编号,姓名,证件号码,学校,学段,学年,学期,应补金额,发放金额,发放日期\n" + String.join("\n", rows) + "\n";
  }

  /** A student whose number ends in n. */
  public static String student(
      String county,
      String household,
      int n,
      String schoolYear,
      String term,
      String amount,
      String paid,
      String paidOn) {
    return String.join(
        ",",
        List.of(
            county,
            household,
            person(n),
            "赵学生",
            identity(n),
            "县职业高级中学",
            "中职",
            schoolYear,
            term,
            amount,
            paid,
            paidOn));
  }

  public static String payments(String... rows) {
    return "县（市）区,人编号,姓名,证件号码,年度,发放金额,发放日期\n" + String.join("\n", rows) + "\n";
  }

  public static String payment(String county, int n, String year, String paid, String paidOn) {
    return String.join(",", List.of(county, person(n), "钱务工", identity(n), year, paid, paidOn));
  }

  /** {@code P53010000001} of 1. */
  public static String person(int n) {
    return "P5301%07d".formatted(n);
  }

  /** {@code H53010000001} of 1. */
  public static String household(int n) {
    return "H5301%07d".formatted(n);
  }

  /** The state of a worker after a change, in the household of the same number. */
  public static String worker(int n, int version, String day, String residence, String spells) {
    return """
    {"personId":"%s","version":%d,"householdId":"%s","businessDate":"%s","residence":%s,"spells":[%s]}
    """
        .formatted(person(n), version, household(n), day, residence(residence), spells);
  }

  /** {@code 530113} or {@code 530113,2024-05-01 530102}: counties, later ones with their day. */
  public static String residence(String text) {
    StringBuilder json = new StringBuilder();
    for (String stay : text.split(",", -1)) {
      String[] parts = stay.split(" ", -1);
      json.append(json.isEmpty() ? "[" : ",");
      json.append(
          parts.length == 1
              ? "{\"county\":\"%s\"}".formatted(parts[0])
              : "{\"from\":\"%s\",\"county\":\"%s\"}".formatted(parts[0], parts[1]));
    }
    return json + "]";
  }

  /** A spell out of the province; end empty while it is open. */
  public static String away(String start, String end) {
    String ends = end.isEmpty() ? "" : ",\"end\":\"" + end + "\"";
    return "{\"start\":\"" + start + "\"" + ends + ",\"area\":\"OUT_OF_PROVINCE\"}";
  }

  public static String coveredHousehold(int n) {
    return """
    {"householdId":"%s","version":1,"category":"LIFTED","businessDate":"2024-06-10"}
    """
        .formatted(household(n));
  }
}
