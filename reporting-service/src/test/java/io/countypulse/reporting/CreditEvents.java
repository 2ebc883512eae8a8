package io.countypulse.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bodies of the credit department's events as it writes them. */
public final class CreditEvents {

  private static final String BANK = "KMRCB";

  private CreditEvents() {}

  /** A loan of 50,000 yuan, or of another amount, that no bank has told of yet. */
  public static LoanEvent loan(String number, long version, String county, String issued) {
    return new LoanEvent(number, version, county, issued);
  }

  /** A household with one loan a year, {@code "2024-02-03"}, and days overdue as JSON. */
  public static String household(
      String id, long version, String county, String borrowed, String... overdue) {
    return """
    {"householdId":"%s","version":%d,"issued":[{"period":"%s","county":"%s","from":"%s"}],\
    "overdue":[%s],"businessDate":"2024-06-10","recordedAt":"%s"}"""
        .formatted(
            id,
            version,
            borrowed.substring(0, 4),
            county,
            borrowed,
            String.join(",", overdue),
            Instant.now());
  }

  /** Days overdue in a county; an empty text for no end. */
  public static String overdue(String county, String from, String until) {
    String end = until.isEmpty() ? "" : ",\"until\":\"%s\"".formatted(until);
    return "{\"county\":\"%s\",\"from\":\"%s\"%s}".formatted(county, from, end);
  }

  /** The year's target in yuan from 1 January. */
  public static String target(String county, int year, long version, String yuan) {
    return """
    {"county":"%s","programme":"MICROCREDIT","year":%d,"version":%d,"deadline":"%d-07-31",\
    "history":[{"from":"%d-01-01","value":"%s"}],"businessDate":"2024-06-10","recordedAt":"%s"}"""
        .formatted(county, year, version, year, year, yuan, Instant.now());
  }

  /** Builds the event of one state of one loan. */
  public static final class LoanEvent {
    private final String id;
    private final long version;
    private final String issued;
    private final List<String> residence = new ArrayList<>();
    private final List<String> positions = new ArrayList<>();
    private String amount = "50000.00";
    private String due = "2027-02-03";

    private LoanEvent(String number, long version, String county, String issued) {
      this.id = BANK + "|" + number;
      this.version = version;
      this.issued = issued;
      residence.add("{\"county\":\"%s\"}".formatted(county));
    }

    public String id() {
      return id;
    }

    public LoanEvent of(String yuan) {
      amount = yuan;
      return this;
    }

    /** Of the positions that follow. */
    public LoanEvent due(String day) {
      due = day;
      return this;
    }

    public LoanEvent movesTo(String county, String day) {
      residence.add("{\"from\":\"%s\",\"county\":\"%s\"}".formatted(day, county));
      return this;
    }

    /** From a day on the bank says this. */
    public LoanEvent stands(String from, String balance, String overdue, String status) {
      positions.add(
          "{\"from\":\"%s\",\"due\":\"%s\",\"balance\":\"%s\",\"overdue\":\"%s\",\"status\":\"%s\"}"
              .formatted(from, due, balance, overdue, status));
      return this;
    }

    public LoanEvent stands(String from, String balance) {
      return stands(from, balance, "0.00", "NORMAL");
    }

    public String json() {
      return """
      {"loanId":"%s","version":%d,"bank":"%s","householdId":"H1","residence":[%s],\
      "issued":{"date":"%s","amount":"%s"},"positions":[%s],\
      "businessDate":"2024-06-10","recordedAt":"%s"}"""
          .formatted(
              id,
              version,
              BANK,
              String.join(",", residence),
              issued,
              amount,
              String.join(",", positions),
              Instant.now());
    }
  }
}
