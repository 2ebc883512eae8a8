package io.countypulse.reporting.topology;

import static io.countypulse.reporting.Events.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.EventLog;
import io.countypulse.reporting.cells.Emission;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People's stories, told to the topology event by event. */
class TimelineTest {

  private static final String WUHUA = "530102";
  private static final String PANLONG = "530103";
  private static final String TODAY = "2024-06-10";

  private final Timeline timeline = new Timeline();

  @AfterEach
  void end() {
    timeline.close();
  }

  @Test
  void aMeiGoesToZhejiangAndComesHome() {
    timeline.tell(worker("A-Mei", 1, WUHUA).worksFarAway("2024-03-01")).hear();
    assertThat(timeline.stock("working", WUHUA, "2024-02-29")).isZero();
    assertThat(timeline.stock("working", WUHUA, "2024-03-01")).isOne();
    assertThat(timeline.stock("out_of_province", WUHUA, TODAY)).isOne();

    timeline.tell(worker("A-Mei", 2, WUHUA).works("2024-03-01", "2024-06-05")).hear();
    assertThat(timeline.stock("working", WUHUA, "2024-06-04")).isOne();
    assertThat(timeline.stock("working", WUHUA, "2024-06-05")).isZero();
    assertThat(timeline.stock("out_of_province", WUHUA, TODAY)).isZero();
    assertThat(timeline.flow("worked_this_year", WUHUA, "2024", TODAY)).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void aMeiHomeInJuneIsAReturnUntilSheFindsNewWorkAndNotIfSheWantsNone() {
    timeline.tell(worker("A-Mei", 1, WUHUA).works("2024-03-01", "2024-06-05")).hear();
    assertThat(timeline.flow("returned", WUHUA, "2024", "2024-06-04")).isZero();
    assertThat(timeline.flow("returned", WUHUA, "2024", TODAY)).isOne();
    timeline
        .tell(worker("A-Mei", 2, WUHUA).works("2024-03-01", "2024-06-05").works("2024-06-08"))
        .hear();
    assertThat(timeline.flow("returned", WUHUA, "2024", TODAY)).isOne();
    assertThat(timeline.flow("re_employed", WUHUA, "2024", "2024-06-07")).isZero();
    assertThat(timeline.flow("re_employed", WUHUA, "2024", TODAY)).isOne();
    timeline
        .tell(worker("A-Mei", 3, WUHUA).wishesNoWork().works("2024-03-01", "2024-06-05"))
        .hear();
    assertThat(timeline.flow("returned", WUHUA, "2024", TODAY)).isZero();
    assertThat(timeline.flow("re_employed", WUHUA, "2024", TODAY)).isZero();
    timeline.nothingElseHappened();
  }

  @Test
  void laoLiHeardOfThreeMonthsLateCountsFromTheDayHeBegan() {
    timeline.tell(worker("Lao-Li", 1, WUHUA)).hear();
    timeline.tell(worker("Lao-Li", 2, WUHUA).works("2024-03-10")).hear();
    assertThat(timeline.stock("working", WUHUA, "2024-03-09")).isZero();
    assertThat(timeline.stock("working", WUHUA, "2024-03-10")).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void xiaoWangToldTwiceCountsOnce() {
    timeline.tell(worker("Xiao-Wang", 1, WUHUA).works("2024-01-05")).hear();
    timeline.tell(worker("Xiao-Wang", 1, WUHUA).works("2024-01-05"));
    timeline.nothingElseHappened();
    assertThat(timeline.stock("working", WUHUA, TODAY)).isOne();
  }

  @Test
  void aFangWhoseNewsOvertookHerOldNewsStandsAsTheNewsSays() {
    timeline.tell(worker("A-Fang", 3, WUHUA).works("2024-01-05", "2024-05-01")).hear();
    timeline.tell(worker("A-Fang", 2, WUHUA).works("2024-01-05"));
    timeline.tell(worker("A-Fang", 1, PANLONG));
    timeline.nothingElseHappened();
    assertThat(timeline.stock("working", WUHUA, TODAY)).isZero();
    assertThat(timeline.stock("registered", PANLONG, TODAY)).isZero();
  }

  @Test
  void theYangsMoveToPanlongAndBothCountiesChangeAtOnce() {
    timeline.tell(worker("Yang", 1, WUHUA).works("2024-02-01")).hear();
    timeline.tell(worker("Yang", 2, WUHUA).movesTo(PANLONG, "2024-05-01").works("2024-02-01"));
    List<Emission> heard = timeline.hear();
    assertThat(heard).singleElement().extracting(Emission::complete).isEqualTo(false);
    assertThat(timeline.stock("working", WUHUA, "2024-04-30")).isOne();
    assertThat(timeline.stock("working", WUHUA, "2024-05-01")).isZero();
    assertThat(timeline.stock("working", PANLONG, "2024-05-01")).isOne();
    assertThat(timeline.flow("worked_this_year", WUHUA, "2024", TODAY)).isOne();
    assertThat(timeline.flow("worked_this_year", PANLONG, "2024", TODAY)).isZero();
    timeline.nothingElseHappened();
  }

  @Test
  void aWrongCountyCorrectedIsCorrectedBackToTheBeginning() {
    timeline.tell(worker("Zhao", 1, WUHUA).works("2024-02-01")).hear();
    timeline.tell(worker("Zhao", 2, PANLONG).works("2024-02-01")).hear();
    assertThat(timeline.cells().keySet()).allMatch(cell -> cell.startsWith(PANLONG));
    assertThat(timeline.flow("worked_this_year", PANLONG, "2024", TODAY)).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void aNewYearCountsThoseWhoAreStillInWorkWithoutAnyEvent() {
    timeline.tell(worker("Sun", 1, WUHUA).works("2024-02-01")).hear();
    assertThat(timeline.flow("worked_this_year", WUHUA, "2025", "2025-12-31")).isOne();
    assertThat(timeline.flow("worked_this_year", WUHUA, "2026", "2026-12-31")).isZero();

    timeline.itBecomes("2025-01-01").hear();
    assertThat(timeline.flow("worked_this_year", WUHUA, "2026", "2026-12-31")).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void aTargetIsSetRaisedAndWithdrawn() {
    timeline.target(WUHUA, 1, "2024-01-01", "500").hear();
    assertThat(timeline.flow("target", WUHUA, "2024", TODAY)).isEqualTo(500);
    timeline.target(WUHUA, 2, "2024-01-01", "500", "2024-05-01", "600").hear();
    assertThat(timeline.flow("target", WUHUA, "2024", "2024-04-30")).isEqualTo(500);
    assertThat(timeline.flow("target", WUHUA, "2024", TODAY)).isEqualTo(600);
    timeline
        .target(WUHUA, 3, "2024-01-01", "500", "2024-05-01", "600", "2024-06-01", "null")
        .hear();
    assertThat(timeline.flow("target", WUHUA, "2024", TODAY)).isZero();
    assertThat(timeline.flow("target_holds", WUHUA, "2024", TODAY)).isZero();
    assertThat(timeline.flow("target_holds", WUHUA, "2024", "2024-05-31")).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void aTargetOfZeroHoldsAllTheSame() {
    timeline.target(WUHUA, 1, "2024-01-01", "0").hear();
    assertThat(timeline.flow("target_holds", WUHUA, "2024", TODAY)).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void aHeartbeatMovesTheWatermarkAndNoFigure() {
    Instant at = Instant.parse("2024-06-10T08:00:00Z");
    timeline.send(EventLog.heartbeat(EventLog.WORKERS, 0, at));
    assertThat(timeline.hear())
        .singleElement()
        .satisfies(
            emission -> {
              assertThat(emission.recordedThrough()).isEqualTo(at);
              assertThat(emission.changesFigures()).isFalse();
            });
    timeline.nothingElseHappened();
  }

  @Test
  void whatNobodyCanReadIsSetAsideAndTheRestGoesOn() {
    ProducerRecord<String, String> noJson = EventLog.event(EventLog.WORKERS, "X1", "{\"version\":");
    ProducerRecord<String, String> noCounty =
        EventLog.event(EventLog.WORKERS, "X2", worker("X2", 1, "no such code!").json());
    ProducerRecord<String, String> unknownType =
        new ProducerRecord<>(EventLog.WORKERS, "X3", worker("X3", 1, WUHUA).json());
    unknownType.headers().add("ce_type", "io.example.other.v1".getBytes(StandardCharsets.US_ASCII));
    ProducerRecord<String, String> noValue = EventLog.event(EventLog.WORKERS, "X4", null);
    ProducerRecord<String, String> noKey =
        EventLog.event(EventLog.WORKERS, null, worker("X5", 1, WUHUA).json());
    timeline.send(noJson).send(noCounty).send(unknownType).send(noValue).send(noKey);
    timeline.tell(worker("Good", 1, WUHUA).works("2024-02-01")).hear();

    assertThat(timeline.stock("working", WUHUA, TODAY)).isOne();
    List<TestRecord<byte[], byte[]>> letters = timeline.deadLetters();
    assertThat(letters)
        .extracting(letter -> Timeline.header(letter, "pulse_reason"))
        .containsExactly("MALFORMED", "MALFORMED", "UNKNOWN_TYPE", "NO_VALUE", "NO_KEY");
    assertThat(letters)
        .extracting(letter -> Timeline.header(letter, "pulse_origin_offset"))
        .containsExactly("0", "1", "2", "3", "4");
    assertThat(letters)
        .allMatch(l -> Timeline.header(l, "pulse_origin_topic").equals(EventLog.WORKERS));
    timeline.nothingElseHappened();
  }

  @Test
  void fieldsAddedLaterAreReadOver() {
    String json = worker("New", 1, WUHUA).works("2024-02-01").json();
    String newer = json.replaceFirst("\\{", "{\"later\":{\"a\":[1,{\"b\":2}]},");
    timeline.send(EventLog.event(EventLog.WORKERS, "New", newer)).hear();
    assertThat(timeline.stock("working", WUHUA, TODAY)).isOne();
    timeline.nothingElseHappened();
  }

  @Test
  void aPartitionThatStartsAgainTellsEverythingAnew() {
    timeline.tell(worker("Qian", 1, WUHUA).works("2024-02-01")).hear();
    var before = timeline.cells();
    timeline.itBecomes("2025-01-01").hear();
    timeline.itBecomes("2024-06-10");
    assertThat(timeline.hear()).allMatch(Emission::complete);
    assertThat(timeline.cells()).isEqualTo(before);
    timeline.nothingElseHappened();
  }
}
