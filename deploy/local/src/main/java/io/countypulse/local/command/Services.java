package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.service.Service;
import io.countypulse.local.service.ServiceJar;
import io.countypulse.local.service.ServiceProcess;
import io.countypulse.local.service.Surroundings;
import io.countypulse.local.supervisor.Supervisor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Starts the services of a city. */
final class Services {
  private final Surroundings surroundings;
  private final Foundation foundation;
  private final Supervisor supervisor;
  private final Screen screen;
  private final Map<Service, ServiceJar> jars =
      Collections.synchronizedMap(new EnumMap<>(Service.class));

  Services(Surroundings surroundings, Foundation foundation, Supervisor supervisor, Screen screen) {
    this.foundation = foundation;
    this.surroundings = surroundings;
    this.supervisor = supervisor;
    this.screen = screen;
  }

  /** Starts all and waits until all are ready. */
  Collection<ServiceJar> start() {
    List<Runnable> steps =
        Arrays.stream(Service.values()).<Runnable>map(service -> () -> start(service)).toList();
    screen.step("正在启动 %d 个服务".formatted(steps.size()), "starting the services");
    Together.run(steps);
    foundation.awaitTopics();
    return jars.values();
  }

  private void start(Service service) {
    ServiceJar jar =
        ServiceJar.extracted(service, surroundings.project(), surroundings.state().log("extract"));
    jars.put(service, jar);
    if (service.needsTopics()) {
      foundation.awaitTopics();
    }
    supervisor.service(service.label(), () -> ServiceProcess.start(jar, surroundings));
    screen.step("服务 " + service.label() + " 就绪", "ready");
  }
}
