package dev.tocsin.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as somebody wants it; used to create one, to replace one and in previews.
 *
 * @param timeZone an IANA name
 * @param weekly frames {@code ["09:00", "17:00"]} by weekday {@code mon} to {@code sun}; one may
 *     end at {@code 24:00} or, overnight, before it starts; null is every hour of every day
 */
public record CalendarDraft(
    @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\u0000]*+") String name,
    @NotBlank @Size(max = 100) String timeZone,
    @Nullable Map<String, List<List<String>>> weekly,
    @Nullable @Size(max = 5000) List<@NotNull @Valid Holiday> holidays) {}
