package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeardownTest {
  private final List<String> closed = new ArrayList<>();
  private final Teardown teardown = new Teardown();

  @Test
  void whatWasStartedLastIsStoppedFirstAndOnce() {
    add("postgres");
    add("server");

    teardown.run();
    teardown.run();

    assertThat(closed).containsExactly("server", "postgres");
  }

  @Test
  void whatStartsTooLateIsStoppedAtOnce() {
    teardown.run();

    add("server");

    assertThat(closed).containsExactly("server");
    assertThat(teardown.hasBegun()).isTrue();
  }

  @Test
  void oneThatFailsToStopDoesNotSpareTheOthers() {
    add("postgres");
    teardown.add(
        () -> {
          throw new IllegalStateException("it hangs");
        });

    teardown.run();

    assertThat(closed).containsExactly("postgres");
  }

  private void add(String name) {
    teardown.add(() -> closed.add(name));
  }
}
