package io.countypulse.platform.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code file} of a multipart request as a stream. The servlet's own multipart support
 * would put it on disk in the clear first, so it is switched off ({@code
 * spring.servlet.multipart.enabled}).
 */
public final class UploadedPart {

  private static final String NAME = "file";
  private static final int LONGEST_NAME = 200;

  /** What is done with the file while it arrives. */
  @FunctionalInterface
  public interface Receiver<T> {
    /**
     * Reads the file.
     *
     * @param fileName without folders
     */
    T receive(String fileName, InputStream file) throws IOException;
  }

  private UploadedPart() {}

  /** Hands the file to a receiver; a request without one is answered as a problem. */
  public static <T> T in(HttpServletRequest request, Receiver<T> receiver) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw IntakeProblems.noFile().toException();
    }
    try {
      FileItemIterator parts = upload().getItemIterator(new ServletRequestContext(request));
      while (parts.hasNext()) {
        FileItemStream part = parts.next();
        if (part.getFieldName().equals(NAME) && !part.isFormField()) {
          try (InputStream file = part.openStream()) {
            return receiver.receive(safe(part.getName()), file);
          }
        }
      }
    } catch (IOException brokenOff) {
      throw IntakeProblems.cutOff().toException();
    }
    throw IntakeProblems.noFile().toException();
  }

  private static FileUpload upload() {
    var upload = new FileUpload();
    upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
    return upload;
  }

  /** Only the last part of a path, without what no file name has. */
  private static String safe(@Nullable String name) {
    String last = name == null ? "" : name.replaceFirst(".*[/\\\\]", "");
    String plain = last.replaceAll("[\\p{Cntrl}\"<>|:*?]", "").strip();
    String named = plain.isEmpty() ? "file" : plain;
    return named.length() <= LONGEST_NAME ? named : named.substring(named.length() - LONGEST_NAME);
  }
}
