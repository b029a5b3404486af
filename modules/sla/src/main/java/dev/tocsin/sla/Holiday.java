package dev.tocsin.sla;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day on which nothing counts, in the calendar's own zone. */
public record Holiday(
    @NotNull LocalDate date,
    @Nullable @Size(max = 200) @Pattern(regexp = "[^\\u0000]*+") String name) {}
