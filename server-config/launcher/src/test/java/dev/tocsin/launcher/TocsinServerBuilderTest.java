package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TocsinServerBuilderTest {
  @Test
  void aJavaThatTheServerCannotRunOnIsRefused() {
    TocsinServerBuilder payara = TocsinServer.on(ServerKind.PAYARA);

    assertThatThrownBy(() -> payara.checkJava(List.of(17, 21), 25))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage(
            "Payara runs on Java 17 to 21 and this is Java 25: point JAVA_HOME at another JDK.");
    assertThatCode(() -> payara.checkJava(List.of(17, 21), 17)).doesNotThrowAnyException();
  }

  @Test
  void everyServerBringsItsScripts() {
    for (ServerKind kind : ServerKind.values()) {
      assertThat(kind.type().scripts())
          .isNotEmpty()
          .allSatisfy(script -> assertThat(TocsinServer.class.getResource(script)).isNotNull());
    }
  }
}
