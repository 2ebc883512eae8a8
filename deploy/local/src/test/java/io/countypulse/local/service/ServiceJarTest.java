package io.countypulse.local.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countypulse.local.Refusal;
import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.Databases.Login;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.local.state.PortClaims;
import io.countypulse.local.state.Ports;
import io.countypulse.local.state.Secrets;
import io.countypulse.local.state.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarTest {
  @TempDir Path directory;

  @Test
  void theCacheIsUsedOnceItIsThere() throws Exception {
    Files.createFile(directory.resolve("gateway-exec.jar"));
    ServiceJar jar = new ServiceJar(Service.GATEWAY, directory);
    Path settings = Path.of("/state/secrets/gateway.properties");
    assertFalse(String.join(" ", jar.command(List.of(), settings)).contains("AOT"));
    Files.createFile(jar.cache().file());
    List<String> command = jar.command(List.of("-Dpulse.part=gateway"), settings);
    assertTrue(command.contains("-XX:AOTCache=" + jar.cache().file()));
    assertTrue(command.contains("-XX:AOTMode=auto"));
    assertEquals("--spring.config.additional-location=file:" + settings, command.getLast());
  }

  @Test
  void trainingAndUseHaveTheSameFlags() throws Exception {
    Files.createFile(directory.resolve("gateway-exec.jar"));
    ServiceJar jar = new ServiceJar(Service.GATEWAY, directory);
    Path settings = Path.of("settings");
    List<String> use = jar.command(List.of(), settings);
    List<String> training = jar.trainingCommand(List.of(), settings);
    List<String> shared = training.stream().filter(use::contains).toList();
    assertEquals(use, shared);
  }

  @Test
  void whatIsNotBuiltIsSaidPlainly() {
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> ServiceJar.extracted(Service.GATEWAY, directory, directory.resolve("log")));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith("尚未构建："));
  }

  @Test
  void secretsReachAServiceThroughAFileOfItsOwn() throws Exception {
    Surroundings surroundings = surroundings();
    Path file = ServiceSettings.write(Service.EMPLOYMENT, surroundings);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    var employment = ServiceSettings.of(Service.EMPLOYMENT, surroundings);
    var credit = ServiceSettings.of(Service.CREDIT, surroundings);
    assertEquals("employment-app", employment.getProperty("spring.datasource.password"));
    assertFalse(credit.containsValue("employment-app"));
    assertFalse(credit.containsValue(employment.getProperty("pulse.personal-data.lookup-key")));
  }

  @Test
  void theGatewayKnowsWhereTheServicesAre() {
    Surroundings surroundings = surroundings();
    var gateway = ServiceSettings.of(Service.GATEWAY, surroundings);
    var reporting = ServiceSettings.of(Service.REPORTING, surroundings);
    assertEquals(
        "http://127.0.0.1:" + reporting.getProperty("server.port"),
        gateway.getProperty("pulse.gateway.services.reporting"));
    assertEquals("127.0.0.1", reporting.getProperty("server.address"));
    assertEquals("0.0.0.0", gateway.getProperty("server.address"));
    assertEquals("http://10.0.0.7:8080", reporting.getProperty("pulse.security.issuer"));
  }

  private Surroundings surroundings() {
    StateFolder state = new StateFolder(directory.resolve("state")).create();
    Map<String, Database> databases = new TreeMap<>();
    for (Service service : Service.values()) {
      String name = service.label();
      databases.put(
          name,
          new Database(
              "jdbc:postgresql://127.0.0.1:1/" + name,
              new Login(name + "_owner", name + "-owner"),
              new Login(name + "_app", name + "-app"),
              new Login(name + "_relay", name + "-relay")));
    }
    return new Surroundings(
        directory,
        state,
        directory,
        null,
        "http://10.0.0.7:8080",
        "0.0.0.0",
        Ports.choose(state, FreePorts.any(), new PortClaims(directory.resolve("claims"))),
        Secrets.of(state),
        databases,
        "127.0.0.1:1");
  }
}
