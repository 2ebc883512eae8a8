package io.countypulse.employment.intake;

import io.countypulse.platform.intake.HandRows.RowFault;
import io.countypulse.platform.intake.sheet.Column;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The faults of a form as one problem: code, field and text of the first, and all of them under
 * {@code errors}. Nothing was saved.
 */
public final class FormProblem {

  /**
   * A fault at its field.
   *
   * @param field path in the request, such as {@code spells[1].end}; empty for the record as a
   *     whole
   */
  public record FieldFault(
      String field, String code, String message, String messageEn, String maskedValue) {}

  private FormProblem() {}

  /**
   * 422 for these faults; those of a record that belongs to somebody else are 409.
   *
   * @param fields the request's field for each column
   * @param repeated the list whose element each row is, and its columns
   */
  public static ErrorResponseException of(
      List<RowFault> faults,
      Map<Column, String> fields,
      String repeated,
      List<? extends Column> ofRow) {
    Map<String, Column> byHeader =
        fields.keySet().stream().collect(Collectors.toMap(Column::header, Function.identity()));
    return of(
        faults.stream()
            .map(
                fault -> {
                  Column column = byHeader.get(fault.fault().field());
                  String name = column == null ? "" : fields.getOrDefault(column, "");
                  boolean inRow = column != null && ofRow.contains(column);
                  return told(
                      inRow ? repeated + "[" + fault.row() + "]." + name : name, fault.fault());
                })
            .distinct()
            .toList());
  }

  /** 422 for these faults. */
  public static ErrorResponseException of(List<FieldFault> faults) {
    FieldFault first = faults.getFirst();
    Problem problem =
        Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            first.code(),
            "内容不符合要求",
            all(faults, FieldFault::message),
            all(faults, FieldFault::messageEn));
    ProblemDetail detail =
        (first.field().isEmpty() ? problem : problem.at(first.field())).toDetail();
    detail.setProperty("errors", faults);
    return new ErrorResponseException(problem.status(), detail, null);
  }

  /** 422 for one field. */
  public static ErrorResponseException of(
      String field, String code, String message, String messageEn) {
    return of(List.of(new FieldFault(field, code, message, messageEn, "")));
  }

  private static FieldFault told(String field, Fault fault) {
    return new FieldFault(
        field, fault.code(), fault.message(), fault.messageEn(), fault.maskedValue());
  }

  private static String all(List<FieldFault> faults, Function<FieldFault, String> text) {
    Stream<String> texts = faults.stream().map(text).distinct();
    return texts.collect(Collectors.joining("；"));
  }
}
