package io.countypulse.local.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countypulse.local.Refusal;
import io.countypulse.local.parts.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir Path directory;

  private StateFolder state;

  @BeforeEach
  void createState() {
    state = new StateFolder(directory.resolve("state")).create();
  }

  @Test
  void aTakenPortIsRefusedInOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Refusal refusal = assertThrows(Refusal.class, () -> ports(state, port));
      assertEquals(
          "端口 %d 已被占用，请用 --port 指定其他端口。 Port %d is in use; choose another with --port."
              .formatted(port, port),
          refusal.getMessage());
    }
  }

  @Test
  void aCityIsFoundAgainWhereItWas() {
    int address = FreePorts.any();
    Ports first = ports(state, address);
    int kafka = first.of("kafka");
    first.record(state);
    Ports again = Ports.choose(state, null, new PortClaims(directory.resolve("later")));
    assertEquals(address, again.address());
    assertEquals(kafka, again.of("kafka"));
  }

  @Test
  void twoCitiesThatStartTogetherNeverChooseTheSamePort() {
    StateFolder other = new StateFolder(directory.resolve("other")).create();
    int address = FreePorts.any();
    Ports first = ports(state, address);
    int postgres = first.of("postgres");
    Ports second = ports(other, FreePorts.any());
    assertThrows(Refusal.class, () -> ports(other, address));
    for (String part : new String[] {"postgres", "kafka", "gateway"}) {
      assertNotEquals(postgres, second.of(part));
    }
  }

  @Test
  void aPartKeepsItsPortWhileItRuns() {
    Ports ports = ports(state, FreePorts.any());
    int employment = ports.of("employment");
    assertEquals(employment, ports.of("employment"));
    assertNotEquals(employment, ports.of("credit"));
    assertTrue(employment <= 65535);
  }

  private Ports ports(StateFolder of, int address) {
    return Ports.choose(of, address, new PortClaims(directory.resolve("claims")));
  }
}
