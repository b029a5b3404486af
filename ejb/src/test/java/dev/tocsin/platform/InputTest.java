package dev.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.error.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputTest {

  record Person(@NotBlank String fullName) {}

  record Sample(
      @NotBlank @Size(max = 5) String title,
      @NotNull @Valid Person openedBy,
      List<@Valid Person> watchers) {}

  @Test
  void everyFaultIsNamedByItsPointer() {
    Sample sample =
        new Sample("too long", new Person(" "), List.of(new Person("a"), new Person("")));
    assertThat(Input.faults(sample))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/opened_by/full_name", "required"),
            org.assertj.core.groups.Tuple.tuple("/title", "length"),
            org.assertj.core.groups.Tuple.tuple("/watchers/1/full_name", "required"));
  }

  @Test
  void aGoodCommandPasses() {
    Sample sample = new Sample("ok", new Person("a"), List.of());
    assertThat(Input.check(sample)).isSameAs(sample);
  }

  @Test
  void somethingIsDemandedOfAComponentAlsoWhenItIsOfItsElements() {
    record Order(@NotBlank String name, List<@NotBlank String> words, String anything) {}

    assertThat(Input.isConstrained(Order.class, "name")).isTrue();
    assertThat(Input.isConstrained(Order.class, "words")).isTrue();
    assertThat(Input.isConstrained(Order.class, "anything")).isFalse();
  }
}
