package dev.tocsin.schedules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates a schedule with all that belongs to it.
 *
 * @param timeZone an IANA name; local times of layers and days of leave are its
 * @param defaultEscalationPolicyId the policy for incidents that find their responder here
 * @param holidayCountries ISO 3166 codes of two letters
 * @param holidaysAsWeekend whether a holiday counts as a weekend: for weekdays of layers and in
 *     reports; null for not
 * @param noticeLeadMinutes how long before a handoff people are told of it, zero for not before;
 *     null for as the setting {@code shift_notices.lead_minutes} says
 * @param overrides in the order of their creation: of overlapping ones the later wins
 */
public record CreateSchedule(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 2000) String description,
    @NotBlank String timeZone,
    @Nullable UUID notificationChannelId,
    @Nullable UUID defaultEscalationPolicyId,
    @Nullable @Size(max = 50)
        List<@NotNull @Pattern(regexp = "[A-Za-z]{2}") String> holidayCountries,
    @Nullable Boolean holidaysAsWeekend,
    @Nullable @Min(0) @Max(CreateSchedule.LONGEST_LEAD) Integer noticeLeadMinutes,
    @Nullable @Size(max = 100) List<@NotNull @Valid CreateLayer> layers,
    @Nullable @Size(max = 1000) List<@NotNull @Valid CreateOverride> overrides,
    @Nullable @Size(max = 1000) List<@NotNull @Valid CreateUnavailability> unavailabilities) {

  /** A week, in minutes. */
  public static final int LONGEST_LEAD = 10_080;
}
