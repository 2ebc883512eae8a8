package io.countypulse.city.lending;

import io.countypulse.city.Bank;
import io.countypulse.city.Place;
import io.countypulse.city.Unit;
import io.countypulse.city.people.Residents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes each bank's daily loan positions, signed: {@code feeds/<bank>/<date>.csv} and beside it
 * {@code <file>.sig}, the base64 of the Ed25519 signature over the file's bytes (DOMAIN.md § 10).
 */
public final class Feeds {

  /** The banks of a larger place report on two days only. */
  private static final int MANY = 1_000_000;

  private final Path directory;
  private final Place place;
  private final long seed;

  public Feeds(Path city, Place place, long seed) {
    this.directory = city.resolve("feeds");
    this.place = place;
    this.seed = seed;
  }

  /**
   * Writes every bank's feeds.
   *
   * @param residents the people of each unit that lends
   * @return the files without their signatures, bank by bank, each by business date
   */
  public List<Path> write(Map<Unit, Residents> residents) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!place.lending().isEmpty()) {
      files.addAll(writeAll(residents));
    }
    refuseOthers(files);
    return files;
  }

  private List<Path> writeAll(Map<Unit, Residents> residents) throws IOException {
    Window window =
        place.people() > MANY ? Window.sparse(place.today()) : Window.daily(place.today());
    Map<Bank, List<Loan>> loans =
        place.lending().stream()
            .flatMap(lending -> loans(lending, residents, window).stream())
            .collect(Collectors.groupingBy(Loan::bank));
    List<Path> files = new ArrayList<>();
    for (Bank bank : Bank.ALL) {
      files.addAll(write(bank, loans.getOrDefault(bank, List.of()), window.days()));
    }
    return files;
  }

  /** Feeds of another place or seed would be delivered beside the new ones. */
  private void refuseOthers(List<Path> files) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Set<Path> known = new HashSet<>(files);
    files.forEach(file -> known.add(signatureOf(file)));
    try (Stream<Path> there = Files.walk(directory)) {
      Optional<Path> other =
          there.filter(Files::isRegularFile).filter(file -> !known.contains(file)).findFirst();
      if (other.isPresent()) {
        throw new IOException("目录中已有其他报送 other feeds are there: " + other.get());
      }
    }
  }

  private static Path signatureOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".sig");
  }

  private List<Loan> loans(Lending lending, Map<Unit, Residents> residents, Window window) {
    Residents own = residents.getOrDefault(lending.unit(), new Residents());
    return Portfolio.of(lending, own.households(), window, seed);
  }

  private List<Path> write(Bank bank, List<Loan> loans, List<LocalDate> days) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(bank.code()));
    Delivery delivery = Delivery.of(bank);
    PrivateKey key = bank.keys(seed).getPrivate();
    List<Path> files = new ArrayList<>();
    for (LocalDate day : days) {
      byte[] bytes = delivery.bytes(Feed.of(bank, day, files.size() + 1, loans));
      Path file = folder.resolve(day + delivery.ending);
      Files.write(file, bytes);
      Files.writeString(signatureOf(file), signature(bytes, key) + "\n");
      files.add(file);
    }
    return files;
  }

  private static String signature(byte[] bytes, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
