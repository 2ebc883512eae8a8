package io.countypulse.reporting.bulletin;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** The bulletin as a PDF with its fonts embedded, those signs only that it uses. */
final class PdfFile {

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private PdfFile() {}

  /** The bytes of the PDF; the same page gives the same. */
  static byte[] write(Page page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withHtmlContent(HtmlPage.write(page, HtmlPage.Use.PRINT), null)
            .withProducer("County Pulse");
    builder.useFont(() -> font("Regular"), "Bulletin", REGULAR, FontStyle.NORMAL, true);
    builder.useFont(() -> font("Bold"), "Bulletin", BOLD, FontStyle.NORMAL, true);
    builder.toStream(bytes);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      settle(document, page);
      document.save(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** No clock in the bytes: the day the figures speak for stands for the time of writing. */
  private static void settle(PDDocument document, Page page) {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(page.title());
    information.setAuthor(page.signer());
    information.setCreationDate(at(page.asOf()));
    information.setModificationDate(at(page.asOf()));
    document.setDocumentId(page.asOf().toEpochDay());
  }

  private static Calendar at(LocalDate day) {
    return GregorianCalendar.from(day.atStartOfDay(ZoneOffset.ofHours(8)));
  }

  private static InputStream font(String weight) {
    return Objects.requireNonNull(
        PdfFile.class.getResourceAsStream("/bulletin/fonts/NotoSerifSC-" + weight + ".ttf"));
  }
}
