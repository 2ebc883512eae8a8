package io.countypulse.reporting.notice;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one recipient is sent at one time: figures of counties, nobody's name or number.
 *
 * @param title short, Chinese
 * @param paragraphs the gravest first; each alert once, as it came to stand
 * @param left how many more there are than are told here
 * @param link where to read on; empty: nowhere
 */
record Message(String title, List<Paragraph> paragraphs, int left, String link) {

  /** One alert. */
  record Paragraph(String title, String text, String english) {}

  Message {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Of what became of alerts; of several things that became of one, the last. */
  static Message of(List<Notice> notices, String publicUrl) {
    Map<Long, Notice> last = new LinkedHashMap<>();
    notices.forEach(each -> last.put(each.alert().id(), each));
    Collection<Notice> told = last.values();
    List<Paragraph> paragraphs =
        told.stream()
            .sorted(comparing(Notice::severity, reverseOrder()))
            .map(
                each ->
                    new Paragraph(each.title(), each.text(), each.titleEn() + ": " + each.textEn()))
            .toList();
    boolean one = paragraphs.size() == 1;
    String title = one ? paragraphs.getFirst().title() : "预警 " + paragraphs.size() + " 条";
    String page = one ? "/alerts/" + told.iterator().next().alert().id() : "/notifications";
    return new Message(title, paragraphs, 0, publicUrl.isEmpty() ? "" : publicUrl + page);
  }

  /** A message that only shows that messages arrive. */
  static Message trial(String subscription, String publicUrl) {
    Paragraph text =
        new Paragraph(
            "试发消息：" + subscription,
            "收到这条消息，说明该订阅设置正确。",
            "A trial message: this subscription works.");
    return new Message("试发消息", List.of(text), 0, publicUrl);
  }

  /** The same with only so many paragraphs. */
  Message shortened(int most) {
    int kept = Math.min(most, paragraphs.size());
    return new Message(title, paragraphs.subList(0, kept), left + paragraphs.size() - kept, link);
  }
}
