package io.countypulse.reporting.figure;

/** One partition of a topic that events come from. */
public record Partition(String topic, int number) implements Comparable<Partition> {

  @Override
  public int compareTo(Partition other) {
    int byTopic = topic.compareTo(other.topic);
    return byTopic == 0 ? Integer.compare(number, other.number) : byTopic;
  }

  /** The department whose topic it is: {@code employment} of {@code employment.worker.v1}. */
  public String department() {
    return topic.substring(0, topic.indexOf('.'));
  }
}
