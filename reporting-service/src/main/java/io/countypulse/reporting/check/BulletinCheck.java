package io.countypulse.reporting.check;

import io.countypulse.platform.units.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** 发文前校核: what does not hold in a finished document (DOMAIN.md § 9). */
final class BulletinCheck {

  private final Units units;

  BulletinCheck(Units units) {
    this.units = units;
  }

  /**
   * What was found.
   *
   * @param tables as printed, to show the cells in
   * @param formulas by name of table: the relations that were found and held against the cells
   */
  record Outcome(
      List<PrintedTable> tables, Map<String, List<String>> formulas, List<Finding> findings) {}

  Outcome check(PrintedDocument document) {
    List<ReadTable> tables =
        IntStream.range(0, document.tables().size())
            .boxed()
            .flatMap(i -> TableReader.read(units, i, document.tables().get(i)).stream())
            .toList();
    Map<String, List<String>> formulas = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>(NameCheck.of(units, tables));
    for (ReadTable table : tables) {
      List<Relation> relations = Relations.of(table);
      formulas
          .computeIfAbsent(table.name(), _ -> new ArrayList<>())
          .addAll(relations.stream().map(Relation::formula).toList());
      relations.forEach(relation -> findings.addAll(held(table, relation)));
      relations.forEach(relation -> findings.addAll(Sentences.said(document, table, relation)));
      findings.addAll(Sentences.listed(table));
      findings.addAll(TotalCheck.of(table, explained(relations)));
      findings.addAll(PerHeadCheck.of(table));
      findings.addAll(SampleCheck.of(table));
    }
    findings.sort(Comparator.comparing(Finding::cell));
    return new Outcome(document.tables(), formulas, List.copyOf(findings));
  }

  private static List<Finding> held(ReadTable table, Relation relation) {
    return switch (relation) {
      case Relation.Rate rate -> RateCheck.of(table, rate);
      case Relation.Share share -> ShareCheck.of(table, share);
      case Relation.Difference difference -> FollowCheck.difference(table, difference);
      case Relation.Across across -> FollowCheck.across(table, across);
      case Relation.Change change -> FollowCheck.change(table, change);
      case Relation.Growth growth -> FollowCheck.growth(table, growth);
      case Relation.Ranking ranking -> FollowCheck.ranking(table, ranking);
    };
  }

  private static Set<Column> explained(List<Relation> relations) {
    Set<Column> explained = new HashSet<>();
    relations.forEach(relation -> explained.add(relation.result()));
    return explained;
  }
}
