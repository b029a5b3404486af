package dev.tocsin.schedules;

import dev.tocsin.persistence.Patch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes a schedule; what is null stays. An empty text clears a description, the nil UUID an id.
 *
 * @param timeZone local starts of rotations keep their wall-clock time in the new zone
 * @param noticeLeadMinutes the patch that clears gives the setting its say
 */
public record ChangeSchedule(
    @Nullable @Size(min = 1, max = 200) String name,
    @Nullable @Size(max = 2000) String description,
    @Nullable String timeZone,
    @Nullable UUID notificationChannelId,
    @Nullable UUID defaultEscalationPolicyId,
    @Nullable @Size(max = 50)
        List<@NotNull @Pattern(regexp = "[A-Za-z]{2}") String> holidayCountries,
    @Nullable Boolean holidaysAsWeekend,
    @Nullable Patch<Integer> noticeLeadMinutes) {}
