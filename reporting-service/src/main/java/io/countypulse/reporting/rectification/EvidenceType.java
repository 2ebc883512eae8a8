package io.countypulse.reporting.rectification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be kept as evidence, known by its first bytes as well as by its name. */
@SuppressWarnings("ImmutableEnumChecker") // lists are made by List.of
enum EvidenceType {
  PDF("application/pdf", "%PDF-", List.of("pdf")),
  PNG("image/png", "\u0089PNG\r\n\u001a\n", List.of("png")),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff", List.of("jpg", "jpeg")),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "PK\u0003\u0004",
      List.of("docx")),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "PK\u0003\u0004",
      List.of("xlsx"));

  private final String mediaType;
  private final String head;
  private final List<String> endings;

  EvidenceType(String mediaType, String head, List<String> endings) {
    this.mediaType = mediaType;
    this.head = head;
    this.endings = endings;
  }

  /** The type a file has by name and content; none where they are unknown or do not agree. */
  static Optional<EvidenceType> of(String fileName, byte[] content) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(each -> each.endings.stream().anyMatch(end -> name.endsWith("." + end)))
        .filter(each -> each.begins(content))
        .findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  private boolean begins(byte[] content) {
    return content.length > head.length()
        && new String(content, 0, head.length(), ISO_8859_1).equals(head);
  }
}
