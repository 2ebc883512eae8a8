package io.countypulse.platform.outbox;

/**
 * One event to be published.
 *
 * @param key the entity's id: events of one key keep their order
 * @param type CloudEvents type
 * @param payload JSON, without personal data
 */
public record OutboxEvent(String topic, String key, String type, String payload) {

  public OutboxEvent {
    if (topic.isBlank() || key.isBlank() || type.isBlank() || payload.isBlank()) {
      throw new IllegalArgumentException("an event has topic, key, type and payload");
    }
  }
}
