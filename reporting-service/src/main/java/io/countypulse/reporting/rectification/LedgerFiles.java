package io.countypulse.reporting.rectification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.intake.sheet.SheetExport;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What leaves the ledger as a file. */
@RestController
@RequestMapping("/api/reporting/rectifications")
class LedgerFiles {

  private static final List<String> HEADERS =
      List.of(
          "编号", "县（市）区", "问题", "责任单位", "整改期限", "整改措施", "状态", "逾期天数", "数据现状", "提交人", "核查人", "销号人",
          "销号日期", "佐证材料");

  private final Items items;
  private final BusinessDate businessDate;

  LedgerFiles(Items items, BusinessDate businessDate) {
    this.items = items;
    this.businessDate = businessDate;
  }

  @Operation(summary = "导出台账 · The ledger as a spreadsheet")
  @GetMapping("/export")
  ResponseEntity<byte[]> export(Caller caller) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String watermark = "整改台账 截至 " + businessDate.today() + "，导出人 " + caller.name();
    try (SheetExport sheet = new SheetExport(bytes, "整改台账", watermark, HEADERS)) {
      for (Item item : items.list(caller.scope(), "ALL")) {
        sheet.row(row(item));
      }
    }
    return file(
        "整改台账-" + businessDate.today() + ".xlsx", SheetExport.MEDIA_TYPE, bytes.toByteArray());
  }

  /** Always to be kept, never shown: what people put in is not opened within the application. */
  @Operation(summary = "下载佐证材料 · A file as it was put in")
  @GetMapping("/{id}/evidence/{evidence}")
  ResponseEntity<byte[]> evidence(
      CountyScope scope, @PathVariable long id, @PathVariable long evidence) {
    Items.Content content =
        items.content(scope, id, evidence).orElseThrow(() -> Problem.notFound().toException());
    return file(content.fileName(), content.mediaType(), content.bytes().getByteArray());
  }

  private static ResponseEntity<byte[]> file(String name, String mediaType, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(mediaType))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name, UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }

  private static List<String> row(Item item) {
    return Arrays.asList(
        Long.toString(item.id()),
        item.name(),
        item.problem(),
        item.responsible(),
        item.deadline().toString(),
        item.measures(),
        switch (item.state()) {
          case OPEN -> "整改中";
          case SUBMITTED -> "已提交";
          case VERIFIED -> "已核查";
          case CLOSED -> "已销号";
        },
        item.lateDays() == 0 ? "" : Integer.toString(item.lateDays()),
        data(item),
        text(item.submittedBy()),
        text(item.verifiedBy()),
        text(item.closedBy()),
        item.closedOn() == null ? "" : item.closedOn().toString(),
        String.join("；", item.evidence().stream().map(Item.Evidence::fileName).toList()));
  }

  private static String data(Item item) {
    if (item.alert() == null) {
      return "";
    }
    return switch (item.alert().state()) {
      case OPEN -> item.alert().clearSince() == null ? "仍在预警" : "已转好，观察中";
      case CLOSED -> "预警已解除";
      case WITHDRAWN -> "预警已撤回";
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
