package io.countypulse.system;

import io.countypulse.testing.RunningCity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One running Kunming for the stories of all departments: started with the first, stopped after the
 * last. A story leaves the figures of the other departments alone.
 */
final class Kunming implements BeforeAllCallback {
  private @Nullable RunningCity city;

  @Override
  public void beforeAll(ExtensionContext story) {
    city =
        story
            .getRoot()
            .getStore(Namespace.create(Kunming.class))
            .computeIfAbsent("city", _ -> RunningCity.kunming(), RunningCity.class);
  }

  RunningCity city() {
    return Objects.requireNonNull(city);
  }
}
