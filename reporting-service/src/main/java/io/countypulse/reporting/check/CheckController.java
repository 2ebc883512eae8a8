package io.countypulse.reporting.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.countypulse.platform.intake.UploadedPart;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a finished table and answers with what does not hold; nothing of it is kept. */
@RestController
class CheckController {

  private static final int MOST_BYTES = 16 << 20;

  private final BulletinCheck check;

  CheckController(Units units) {
    check = new BulletinCheck(units);
  }

  /** The file's tables as printed, the relations that were recognised, and the findings. */
  record Answer(
      String fileName,
      List<TableView> tables,
      Map<String, List<String>> formulas,
      List<FindingView> findings) {}

  /** A table as printed. */
  record TableView(String name, List<List<String>> rows) {}

  /**
   * A finding.
   *
   * @param cell where it stands in the tables of the answer; row −1 for a whole column
   */
  record FindingView(
      @JsonProperty("class") FindingClass findingClass,
      String table,
      String row,
      String column,
      String printed,
      String computed,
      String message,
      String messageEn,
      CellPlace cell) {
    static FindingView of(Finding finding) {
      return new FindingView(
          finding.findingClass(),
          finding.table(),
          finding.row(),
          finding.column(),
          finding.printed(),
          finding.computed(),
          finding.message(),
          finding.messageEn(),
          finding.cell());
    }
  }

  @PostMapping(
      path = "/api/reporting/bulletin-checks",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Answer check(HttpServletRequest request) throws IOException {
    return UploadedPart.in(request, this::answer);
  }

  private Answer answer(String name, InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Problem.of(
              HttpStatus.CONTENT_TOO_LARGE,
              "FILE_TOO_LARGE",
              "文件过大",
              "校核的文件不得超过 16 MiB",
              "A file to be checked has at most 16 MiB")
          .at("file")
          .toException();
    }
    return switch (PrintedFile.read(name, bytes)) {
      case PrintedFile.Read(PrintedDocument document) -> view(name, check.check(document));
      case PrintedFile.Refused(String code, String message, String english) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, "无法校核", message, english)
              .at("file")
              .toException();
    };
  }

  private static Answer view(String name, BulletinCheck.Outcome outcome) {
    if (outcome.formulas().isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "NO_TABLE",
              "没有找到表格",
              "文件中没有找到带表头和数字的表格",
              "No table with a heading and numbers was found in the file")
          .at("file")
          .toException();
    }
    return new Answer(
        name,
        outcome.tables().stream().map(table -> new TableView(table.name(), table.rows())).toList(),
        outcome.formulas(),
        outcome.findings().stream().map(FindingView::of).toList());
  }
}
