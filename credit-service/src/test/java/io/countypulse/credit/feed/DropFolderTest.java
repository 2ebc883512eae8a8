package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank that puts its files in a folder. */
class DropFolderTest {

  @TempDir Path folder;

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");
  private final byte[] feed = Feed.of(bank, "2024-06-07", 1, loan("J1", "48000")).bytes();
  private DropFolder door;
  private Path own;

  @BeforeEach
  void open() throws IOException {
    own = Files.createDirectories(folder.resolve("HMNS"));
    door =
        new DropFolder(
            folder,
            department.part(FeedStore.class),
            department.part(FeedQueue.class),
            department.part(Receipts.class));
  }

  @Test
  void aFileStillBeingWrittenIsLeftAloneUntilItsSignatureStandsBesideIt() throws Exception {
    Files.write(own.resolve("today.csv"), Arrays.copyOf(feed, feed.length / 2));
    door.look();
    assertThat(feeds()).isZero();
    Files.write(own.resolve("today.csv"), feed);
    Files.createFile(own.resolve("today.csv.sig"));
    door.look();
    assertThat(feeds()).isZero();
    Files.writeString(own.resolve("today.csv.sig"), bank.sign(feed));
    door.look();
    assertThat(own.resolve("today.csv")).doesNotExist();
    assertThat(own.resolve("answered/today.csv.receipt.json"))
        .content(UTF_8)
        .contains("\"status\":\"ACCEPTED\"");
    door.look();
    assertThat(feeds()).isEqualTo(1);
  }

  @Test
  void aFileRenamedInIsTakenWithItsWholeContent() throws Exception {
    Path arriving = Files.write(own.resolve(".today.csv.part"), feed);
    Path signature = Files.writeString(own.resolve(".today.sig.part"), bank.sign(feed));
    door.look();
    assertThat(feeds()).isZero();
    Files.move(arriving, own.resolve("today.csv"), StandardCopyOption.ATOMIC_MOVE);
    door.look();
    assertThat(feeds()).isZero();
    Files.move(signature, own.resolve("today.csv.sig"), StandardCopyOption.ATOMIC_MOVE);
    door.look();
    assertThat(
            department
                .database()
                .sql("select door || ' ' || status || ' ' || size from feed")
                .query(String.class)
                .list())
        .containsExactly("FOLDER ACCEPTED " + feed.length);
    assertThat(department.events("loan")).hasSize(1);
  }

  @Test
  void aFileInAnotherBanksFolderIsNotBelieved() throws Exception {
    Path other = Files.createDirectories(folder.resolve("JSCZ"));
    department.bank("JSCZ");
    Files.write(other.resolve("today.csv"), feed);
    Files.writeString(other.resolve("today.csv.sig"), bank.sign(feed));
    door.look();
    assertThat(other.resolve("answered/today.csv.receipt.json"))
        .content(UTF_8)
        .contains("BANK_NOT_YOURS");
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "H,secret");
    Files.createSymbolicLink(own.resolve("today.csv"), secret);
    Files.writeString(own.resolve("today.csv.sig"), bank.sign(feed));
    door.look();
    assertThat(feeds()).isZero();
    assertThat(secret).exists();
  }

  private int feeds() {
    return department.database().sql("select count(*) from feed").query(Integer.class).single();
  }
}
