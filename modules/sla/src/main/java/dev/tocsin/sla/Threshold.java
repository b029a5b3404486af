package dev.tocsin.sla;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/**
 * A band before a deadline: entered when so much wall time is left, left by the next tighter one.
 *
 * @param before positive
 */
public record Threshold(
    @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\u0000]*+") String label,
    @NotNull Duration before) {

  /** Returns the bands of a policy that names none, widest first. */
  public static List<Threshold> usual() {
    return List.of(
        new Threshold("Less than 3 hours remaining", Duration.ofHours(3)),
        new Threshold("Less than 2 hours remaining", Duration.ofHours(2)),
        new Threshold("Less than 1 hour remaining", Duration.ofHours(1)),
        new Threshold("Less than 30 minutes remaining", Duration.ofMinutes(30)),
        new Threshold("Less than 15 minutes remaining", Duration.ofMinutes(15)));
  }
}
