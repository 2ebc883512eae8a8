package io.countypulse.local.parts;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The topics of the event contracts: {@code contracts/topics.json}. */
public final class Topics {
  private Topics() {}

  /** A topic as its contract describes it; {@code cleanup} is {@code compact} or {@code delete}. */
  record Topic(
      String name,
      int partitions,
      String cleanup,
      @Nullable Integer retentionDays,
      @Nullable Integer maxMessageBytes) {

    NewTopic described(short replicationFactor) {
      Map<String, String> settings = new HashMap<>();
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
      if (retentionDays != null) {
        long milliseconds = Duration.ofDays(retentionDays).toMillis();
        settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(milliseconds));
      }
      if (maxMessageBytes != null) {
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, maxMessageBytes.toString());
      }
      return new NewTopic(name, partitions, replicationFactor).configs(settings);
    }
  }

  /** Creates the topics that do not exist yet, with one replica each; existing ones stay. */
  public static void create(String bootstrapServers) {
    create(bootstrapServers, 1);
  }

  /** Creates the topics that do not exist yet; existing ones stay as they are. */
  public static void create(String bootstrapServers, int replicationFactor) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          contracts().stream()
              .filter(topic -> !existing.contains(topic.name()))
              .map(topic -> topic.described((short) replicationFactor))
              .toList();
      admin.createTopics(missing).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailure("Topics: interrupted", e);
    } catch (ExecutionException | IOException e) {
      throw new PartFailure("Topics cannot be created at " + bootstrapServers, e);
    }
  }

  static List<Topic> contracts() throws IOException {
    try (InputStream stream = Topics.class.getResourceAsStream("/contracts/topics.json")) {
      if (stream == null) {
        throw new IOException("contracts/topics.json is not on the class path");
      }
      return List.of(JsonMapper.shared().readValue(stream, Topic[].class));
    }
  }
}
