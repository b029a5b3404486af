package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PayaraTest {
  @Test
  void theCommandIsReadFromADryRun() {
    String dump =
        """
        Dump of JVM Invocation line that would be used to launch:
        /usr/lib/jvm/java-17/bin/java
        -cp
        a b.jar

        Command start-domain executed successfully.
        """;

    assertThat(Payara.javaCommand(dump))
        .containsExactly("/usr/lib/jvm/java-17/bin/java", "-cp", "a b.jar");
  }

  @Test
  void aDryRunThatSaysSomethingElseIsPassedOn() {
    assertThatThrownBy(() -> Payara.javaCommand("There is no domain."))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("Payara cannot be started: There is no domain.");
  }
}
