package dev.tocsin.sla;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/**
 * A band before a deadline: entered when so much wall time is left, left by the next tighter one.
 *
 * @param before positive
 */
public record Threshold(
    @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\u0000]*+") String label,
    @NotNull Duration before) {}
