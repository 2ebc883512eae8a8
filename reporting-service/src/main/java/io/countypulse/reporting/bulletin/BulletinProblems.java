package io.countypulse.reporting.bulletin;

import io.countypulse.platform.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request about bulletins. */
final class BulletinProblems {

  private BulletinProblems() {}

  static Problem dayOutOfRange() {
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "DAY_OUT_OF_RANGE",
            "请求有误",
            "截止日期不能晚于业务日期，也不能早于三十年前。",
            "The day is not after the business date, nor thirty years back.")
        .at("asOf");
  }

  static Problem unknownFormat() {
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "UNKNOWN_FORMAT",
            "请求有误",
            "格式应为 docx、pdf、html、xlsx 或 json。",
            "The format is docx, pdf, html, xlsx or json.")
        .at("format");
  }

  static Problem wrongState(Bulletin.State state) {
    String now =
        switch (state) {
          case DRAFT -> "草稿";
          case REVIEWED -> "已审核";
          case ISSUED -> "已印发";
        };
    return Problem.of(
        HttpStatus.CONFLICT,
        "BULLETIN_" + state,
        "步骤不符",
        "通报现为“" + now + "”，不能进行这一步。",
        "The bulletin is " + state + "; this step does not follow.");
  }

  static Problem ownWork() {
    return Problem.of(
        HttpStatus.CONFLICT,
        "ISSUED_BY_ANOTHER",
        "须由他人印发",
        "起草人、审核人不能印发同一份通报，请由其他人员印发。",
        "Who drafted or reviewed a bulletin cannot issue it: another person must.");
  }

  static Problem unknownFigure(String field, String phrase) {
    return Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "UNKNOWN_FIGURE",
            "没有这个数据项",
            "文字中的 {" + phrase + "} 不是可用的数据项，请更正。",
            "{" + phrase + "} in the text names no figure.")
        .at(field);
  }

  /** The texts of a bulletin in which figures may be named, by field. */
  static Map<String, String> fields(BulletinText text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("mark", text.mark());
    fields.put("serial", text.serial());
    fields.put("title", text.title());
    fields.put("addressees", text.addressees());
    fields.put("opening", text.opening());
    fields.put("signer", text.signer());
    for (BulletinText.Section section : text.sections()) {
      fields.put("sections." + section.key() + ".text", section.text());
      fields.put("sections." + section.key() + ".own", section.own());
    }
    return fields;
  }
}
