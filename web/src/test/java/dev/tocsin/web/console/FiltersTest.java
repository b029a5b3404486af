package dev.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.Role;
import org.junit.jupiter.api.Test;

class FiltersTest {

  private final Filters filters = new Filters();

  @Test
  void changingAFilterGoesBackToTheFirstPage() {
    filters.getValues().put("role", "agent");
    filters.getValues().put("cursor", "abc");
    assertThat(filters.with("q", "grace hopper")).isEqualTo("?role=agent&q=grace+hopper");
    assertThat(filters.with("role", null)).isEqualTo("?");
  }

  @Test
  void theNextPageKeepsTheFilters() {
    filters.getValues().put("role", "agent");
    assertThat(filters.at("x=y&z")).isEqualTo("?role=agent&cursor=x%3Dy%26z");
    assertThat(filters.at(null)).isEqualTo("?role=agent");
  }

  @Test
  void whatIsNoKnownValueNarrowsNothing() {
    filters.getValues().put("role", "emperor");
    filters.getValues().put("id", "17");
    assertThat(filters.one("role", Role.class)).isNull();
    assertThat(filters.id("id")).isNull();
  }

  @Test
  void aKnownValueIsFoundByItsWireName() {
    filters.getValues().put("role", "agent");
    assertThat(filters.one("role", Role.class)).isEqualTo(Role.AGENT);
    assertThat(filters.has("role", "agent")).isTrue();
    assertThat(filters.has("status", "")).isTrue();
  }

  @Test
  void thePositionAloneNarrowsNothing() {
    filters.getValues().put("cursor", "abc");
    assertThat(filters.isNarrowed()).isFalse();
    assertThat(filters.isContinued()).isTrue();
  }
}
