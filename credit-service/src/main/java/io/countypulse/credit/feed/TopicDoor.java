package io.countypulse.credit.feed;

import io.countypulse.platform.audit.Actor;
import io.countypulse.platform.topic.TopicReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.stereotype.Component;

/**
 * The door for banks that stream: a record of {@code credit.delivery.v1} is one whole feed, its key
 * the bank, its header {@code x-feed-signature} the signature. Who may write as which bank is the
 * broker's access list; the signature proves it in any case.
 */
@Component
class TopicDoor implements TopicReader.Taker {

  static final String SIGNATURE = "x-feed-signature";

  private final FeedStore store;
  private final FeedQueue queue;

  TopicDoor(FeedStore store, FeedQueue queue) {
    this.store = store;
    this.queue = queue;
  }

  @Override
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        take(record);
      }
    }
    queue.wake();
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Header signature = record.headers().lastHeader(SIGNATURE);
    Delivery delivery =
        new Delivery(
            Delivery.Door.TOPIC,
            record.key(),
            record.topic() + "-" + record.partition() + "@" + record.offset(),
            signature == null ? "" : new String(signature.value(), StandardCharsets.US_ASCII),
            Actor.service("topic:" + record.topic()));
    try {
      store.receive(delivery, new ByteArrayInputStream(record.value()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
