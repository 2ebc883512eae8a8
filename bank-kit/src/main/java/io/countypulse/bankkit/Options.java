package io.countypulse.bankkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of a command line: files, {@code --name value}, and flags. */
record Options(List<String> files, Map<String, String> named) {

  private static final Set<String> FLAGS = Set.of("--gzip");

  Options {
    files = List.copyOf(files);
    named = Map.copyOf(named);
  }

  /**
   * Reads the words behind a command.
   *
   * @param known names the command understands
   * @throws Complaint about a name it does not, or one without value
   */
  static Options of(List<String> words, Set<String> known) {
    List<String> files = new ArrayList<>();
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        files.add(word);
      } else if (!known.contains(word)) {
        throw new Complaint("不认识的选项 " + word + "。", "Unknown option " + word + ".");
      } else if (FLAGS.contains(word)) {
        named.put(word, "");
      } else if (i + 1 == words.size()) {
        throw new Complaint("选项 " + word + " 缺少值。", "Option " + word + " needs a value.");
      } else {
        named.put(word, words.get(++i));
      }
    }
    return new Options(files, named);
  }

  boolean has(String flag) {
    return named.containsKey(flag);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(named.get(name));
  }

  String get(String name) {
    return find(name)
        .orElseThrow(() -> new Complaint("缺少选项 " + name + "。", "Option " + name + " is missing."));
  }

  /** The one file the command is about. */
  Path file() {
    if (files.size() != 1) {
      throw new Complaint("请给出一个文件。", "Name one file.");
    }
    return existing(files.getFirst());
  }

  Optional<Path> existingFile(String name) {
    return find(name).map(Options::existing);
  }

  LocalDate date(String name) {
    String text = get(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw new Complaint(
          "日期应写作 2024-06-10：" + text + "。", "Write a date as 2024-06-10: " + text + ".");
    }
  }

  static Path existing(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new Complaint("没有文件 " + name + "。", "There is no file " + name + ".");
    }
    return file;
  }
}
