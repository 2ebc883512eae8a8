package io.countypulse.credit.feed;

import io.countypulse.platform.intake.sheet.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Lines: each line an array in the order of the CSV, or an object with the names of the fields
 * in Chinese or English. Numbers are taken as they are written.
 */
final class JsonRecords implements FeedRecords {

  private static final int LONGEST_LINE = 1 << 16;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<List<String>> HEADER_NAMES =
      List.of(
          List.of("银行代码", "bank"),
          List.of("业务日期", "businessDate"),
          List.of("序号", "sequence"),
          List.of("明细数", "detailCount"),
          List.of("余额合计", "totalOutstanding"),
          List.of("逾期合计", "totalOverdue"),
          List.of("补报", "supplement"));
  private static final List<List<String>> DETAIL_NAMES =
      Stream.of(DetailField.values())
          .map(field -> List.of(field.header(), field.english()))
          .toList();

  private final InputStream text;
  private final Charset charset;
  private int line;
  private boolean terminated;
  private @Nullable Fault defect;
  private List<String> fields = List.of();

  JsonRecords(InputStream text, Charset charset) {
    this.text = text;
    this.charset = charset;
  }

  @Override
  public boolean next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    while (readLine(bytes)) {
      line++;
      if (bytes.size() > 0) {
        read(bytes.toByteArray());
        return true;
      }
    }
    return false;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public @Nullable Fault defect() {
    return defect;
  }

  @Override
  public List<String> fields() {
    return fields;
  }

  @Override
  public boolean isTerminated() {
    return terminated;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** The bytes of the next line without its end; an overlong one is cut and so never sound. */
  private boolean readLine(ByteArrayOutputStream bytes) throws IOException {
    bytes.reset();
    int read = text.read();
    if (read < 0) {
      return false;
    }
    while (read >= 0 && read != '\n') {
      if (read != '\r' && bytes.size() <= LONGEST_LINE) {
        bytes.write(read);
      }
      read = text.read();
    }
    terminated = read == '\n';
    return true;
  }

  private void read(byte[] bytes) {
    defect = null;
    fields = List.of();
    try {
      String decoded =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (decoded.indexOf('\ufffd') >= 0) {
        defect = undecodable();
        return;
      }
      fields = fields(JSON.readTree(decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded));
    } catch (CharacterCodingException undecodable) {
      defect = undecodable();
    } catch (JacksonException malformed) {
      defect =
          new Fault("JSON_MALFORMED", "", "本行不是完整的 JSON，请检查", "The line is no complete JSON", "");
    }
    if (defect == null && fields.stream().anyMatch(field -> field.indexOf('\0') >= 0)) {
      defect = undecodable();
    }
  }

  private static List<String> fields(JsonNode record) {
    if (record.isArray()) {
      return record.valueStream().map(JsonRecords::text).toList();
    }
    boolean header = Stream.of("sequence", "序号").anyMatch(record::has);
    List<String> fields = new ArrayList<>();
    fields.add(header ? FeedHeader.MARK : DetailField.MARK);
    for (List<String> names : header ? HEADER_NAMES : DETAIL_NAMES) {
      fields.add(
          names.stream()
              .filter(record::has)
              .findFirst()
              .map(record::get)
              .map(JsonRecords::text)
              .orElse(""));
    }
    if (header && fields.getLast().equals("true")) {
      fields.set(fields.size() - 1, FeedHeader.SUPPLEMENT);
    }
    return fields;
  }

  /** A number as it is written; what is neither text nor number is kept, and refused as a field. */
  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (value.isNumber()) {
      return value.isBigDecimal() ? value.decimalValue().toString() : value.asString();
    }
    return value.isString() ? value.stringValue().strip() : value.toString();
  }

  private static Fault undecodable() {
    return new Fault(
        "UNDECODABLE",
        "",
        "本行含有无法识别的字符（乱码），请重新生成该行",
        "This line holds bytes that are no characters: write it again",
        "");
  }
}
