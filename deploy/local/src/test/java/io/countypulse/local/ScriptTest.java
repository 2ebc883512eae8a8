package io.countypulse.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell part: what it looks for on a machine, and what it says when that is missing. */
class ScriptTest {
  private static final Path TOOLS = Path.of("tools.bash").toAbsolutePath();

  @TempDir Path directory;

  @Test
  void aJdkIsKnownByItsVersion() throws Exception {
    jdk("old", "21.0.4");
    jdk("right", "25.0.1");
    assertEquals("right\n", run("for j in old right; do is_jdk_25 $j && echo $j; done; true"));
  }

  @Test
  void theFirstJdkThatFitsIsTaken() throws Exception {
    jdk("right", "25.0.1");
    assertEquals(
        "right\n",
        run("jdk_candidates() { printf 'none\\nright\\n'; }; find_jdk; echo $JAVA_HOME"));
  }

  @Test
  void aMissingJdkIsSaidInOneSentence() throws Exception {
    assertEquals(
        "未找到 JDK 25，请安装后设置 JAVA_HOME。 No JDK 25 was found; install one and set JAVA_HOME.\n",
        run("jdk_candidates() { echo none; }; find_jdk"));
  }

  @Test
  void anOldNodeIsNotEnough() throws Exception {
    script("new", "echo v22.1.0");
    script("old", "echo v18.20.0");
    assertEquals(
        "new\n", run("for n in ./old ./new ./none; do node_is_new $n && echo ${n#./}; done; true"));
  }

  @Test
  void aBuildIsOutOfDateWhenASourceIsNewer() throws Exception {
    String project = "project=$PWD; mkdir -p gateway/src deploy/local/target; ";
    String jars =
        "for m in gateway employment-service reporting-service credit-service subsidy-service bank-kit;"
            + " do mkdir -p $m/target; touch $m/target/$m-exec.jar; done; ";
    String ask = "is_stale && echo build || echo keep; ";
    assertEquals(
        "build\nkeep\nbuild\n",
        run(
            project
                + ask
                + jars
                + "touch deploy/local/target/built; "
                + ask
                + "touch -d '1 minute ago' deploy/local/target/built; touch gateway/src/New.java; "
                + ask));
  }

  private void jdk(String name, String version) throws Exception {
    Files.createDirectories(directory.resolve(name).resolve("bin"));
    Files.writeString(
        directory.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(name + "/bin/javac", "true");
  }

  private void script(String name, String body) throws Exception {
    Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String run(String commands) throws Exception {
    Process bash =
        new ProcessBuilder("bash", "-c", ". '" + TOOLS + "'; " + commands)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
