package io.countypulse.subsidy.intake;

import io.countypulse.platform.intake.StagedRow;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody a file names; the text form is masked. */
public record Named(String name, IdentityNumber identityNumber) {

  /** Columns of a staging table that hold such a person, in the order of {@link #stage}. */
  public static final List<String> COLUMNS =
      List.of(
          "personal_encrypted bytea not null",
          "personal_digest bytea not null",
          "identity_hash bytea not null");

  private static final PersonalColumn PERSONAL =
      PersonalColumn.of("beneficiary", "personal_encrypted");
  private static final int HASH_BYTES = 16;

  /** Writes name and number, encrypted. */
  public void stage(PersonalData data, StagedRow staged) {
    String plain = name + "\n" + identityNumber.value();
    staged.bytes(data.encrypt(PERSONAL, plain));
    staged.bytes(Arrays.copyOf(data.digest(plain), HASH_BYTES));
    staged.bytes(hash(data, identityNumber));
  }

  /** By which the holder of a number is found. */
  public static byte[] hash(PersonalData data, IdentityNumber number) {
    return Arrays.copyOf(data.lookupHash(number.value()), HASH_BYTES);
  }

  /** What is stored of a beneficiary, in plain. */
  public static Named decrypted(PersonalData data, byte[] encrypted) {
    String[] parts = data.decrypt(PERSONAL, encrypted).split("\n", 2);
    return new Named(parts[0], new IdentityNumber(parts[1]));
  }

  /**
   * Remembers those a staged file names, the later row of two; their cases are there already.
   *
   * @param staged staging table with {@code line}, {@code person_id} and {@link #COLUMNS}
   * @return how many rows name somebody whose identity number was another one until now
   */
  public static int remember(JdbcClient jdbc, String staged) {
    int differing =
        jdbc.sql(
                """
                select count(*) from %s s join beneficiary b using (person_id)
                where b.identity_hash <> s.identity_hash
                """
                    .formatted(staged))
            .query(Integer.class)
            .single();
    jdbc.sql(
            """
            insert into beneficiary as b (person_id, personal_encrypted, personal_digest, identity_hash)
            select distinct on (person_id) person_id, personal_encrypted, personal_digest, identity_hash
            from %s
            where exists (select from subsidy_case c where c.subject_id = person_id)
            order by person_id, line desc
            on conflict (person_id) do update set
              personal_encrypted = excluded.personal_encrypted, personal_digest = excluded.personal_digest,
              identity_hash = excluded.identity_hash
            where b.personal_digest <> excluded.personal_digest
            """
                .formatted(staged))
        .update();
    return differing;
  }

  @Override
  public String toString() {
    return Masked.name(name) + " " + identityNumber.masked();
  }
}
