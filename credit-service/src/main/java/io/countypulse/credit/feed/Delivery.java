package io.countypulse.credit.feed;

import io.countypulse.platform.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A feed on its way in.
 *
 * @param claimedBank the bank the sender speaks for; null for a lead, who may send any bank's feed
 * @param fileName for people to recognise it by; decides nothing
 * @param signature base64 of the detached Ed25519 signature over the bytes as sent
 */
record Delivery(
    Door door, @Nullable String claimedBank, String fileName, String signature, Actor sender) {

  /** How feeds come in (DOMAIN.md § 5). */
  enum Door {
    HTTPS,
    FOLDER,
    TOPIC
  }
}
