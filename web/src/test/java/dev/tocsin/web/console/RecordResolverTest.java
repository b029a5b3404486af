package dev.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELException;
import jakarta.el.ELProcessor;
import org.junit.jupiter.api.Test;

class RecordResolverTest {

  /** Something a page shows. */
  public record Shown(String name, boolean isLate) {}

  private final ELProcessor processor = new ELProcessor();

  RecordResolverTest() {
    processor.getELManager().addELResolver(new RecordResolver());
    processor.defineBean("shown", new Shown("Ada", true));
  }

  @Test
  void aComponentReadsLikeAProperty() {
    assertThat(processor.<String>eval("shown.name")).isEqualTo("Ada");
    assertThat(processor.<Boolean>eval("shown.isLate")).isTrue();
  }

  @Test
  void aRecordCannotBeWritten() {
    assertThatThrownBy(() -> processor.setValue("shown.name", "Grace"))
        .isInstanceOf(ELException.class);
  }
}
