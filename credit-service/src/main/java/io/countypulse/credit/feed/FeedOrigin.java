package io.countypulse.credit.feed;

import static java.util.Objects.requireNonNull;

import io.countypulse.credit.bank.Bank;
import io.countypulse.credit.bank.Banks;
import io.countypulse.credit.bank.SignatureCheck;
import io.countypulse.credit.feed.FeedStore.Queued;
import io.countypulse.platform.intake.sheet.FileFormat;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a feed may come in at all: whose it is, whether that bank signed it, and for when. */
final class FeedOrigin {

  private final Queued feed;
  private final Banks banks;
  private final FeedStore store;

  FeedOrigin(Queued feed, Banks banks, FeedStore store) {
    this.feed = feed;
    this.banks = banks;
    this.store = store;
  }

  /**
   * Signed by the bank it is of, sent by one who may, for a day that has come.
   *
   * @return the format of what the bytes unpack to
   * @throws RefusedFeed when it is not
   */
  FileFormat verify(FeedHeader header, LocalDate today) throws IOException {
    String claimed = feed.claimedBank();
    if (claimed != null && !claimed.equals(header.bank())) {
      throw new RefusedFeed(
          Refusal.of(
              "BANK_NOT_YOURS",
              "银行代码",
              "报文中的银行与报送方不一致，只能报送本行数据",
              "The feed names another bank than the sender's",
              header.bank()));
    }
    Bank bank =
        banks
            .find(header.bank())
            .orElseThrow(
                () ->
                    new RefusedFeed(
                        Refusal.of(
                            "BANK_UNKNOWN",
                            "银行代码",
                            "该银行尚未登记，请联系市级部门登记银行及公钥",
                            "The bank is not registered",
                            header.bank())));
    FileFormat format = signed(bank);
    header.refuseFuture(today);
    return format;
  }

  /**
   * One pass over the bytes: the signature over them as sent, the format of what they unpack to.
   */
  private FileFormat signed(Bank bank) throws IOException {
    SignatureCheck check =
        SignatureCheck.begin(bank.key(), feed.signature())
            .orElseThrow(
                () ->
                    new RefusedFeed(
                        Refusal.of(
                            "SIGNATURE_MISSING",
                            "X-Feed-Signature",
                            "缺少签名，或签名不是 64 字节的 Base64",
                            "No signature, or not 64 bytes in base64",
                            "")));
    @Nullable FileFormat format = null;
    @Nullable RefusedFeed unreadable = null;
    try (InputStream sent = new Signed(store.bytes(feed.id()), check)) {
      try {
        format = FeedBytes.format(FeedBytes.unpacked(sent));
      } catch (RefusedFeed refused) {
        unreadable = refused;
      }
      sent.transferTo(OutputStream.nullOutputStream());
    }
    if (!check.holds()) {
      throw new RefusedFeed(
          Refusal.of(
              "SIGNATURE_WRONG",
              "X-Feed-Signature",
              "签名与该银行登记的公钥及报文内容不符：请检查私钥、公钥登记，以及签名后内容是否改动或重新压缩",
              "The signature does not fit the bank's registered key and these bytes",
              ""));
    }
    if (unreadable != null) {
      throw unreadable;
    }
    return requireNonNull(format);
  }

  /** Lets the signature's check see the bytes as they were sent. */
  private static final class Signed extends FilterInputStream {

    private final SignatureCheck check;

    Signed(InputStream sent, SignatureCheck check) {
      super(sent);
      this.check = check;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0) {
        check.update(target, offset, read);
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
