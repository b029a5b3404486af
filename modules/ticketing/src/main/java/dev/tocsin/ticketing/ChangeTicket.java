package dev.tocsin.ticketing;

import dev.tocsin.persistence.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Change a ticket's properties; a null component leaves its property as it is.
 *
 * @param subject the new subject; not blank
 * @param tags replaces all tags
 * @param assigneeId the new assignee, or a patch to nobody
 * @param teamId the new team, or a patch to none
 * @param customFields merged into those there; a null value removes its key
 */
public record ChangeTicket(
    @Nullable @Size(max = 500) @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS)
        String subject,
    @Nullable @Pattern(regexp = Texts.ANY, message = Texts.ANY_SAYS) String body,
    @Nullable Priority priority,
    @Nullable @Size(max = 100)
        List<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            tags,
    @Nullable @Valid Requester requester,
    @Nullable Patch<UUID> assigneeId,
    @Nullable Patch<UUID> teamId,
    @Nullable @Size(max = 100)
        Map<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String,
                @Nullable Object>
            customFields) {

  /** Returns a change of nothing, to build on. */
  public static ChangeTicket nothing() {
    return new ChangeTicket(null, null, null, null, null, null, null, null);
  }

  /** Returns this change, but for the subject. */
  public ChangeTicket withSubject(String to) {
    return new ChangeTicket(to, body, priority, tags, requester, assigneeId, teamId, customFields);
  }

  /** Returns this change, but for the priority. */
  public ChangeTicket withPriority(Priority to) {
    return new ChangeTicket(subject, body, to, tags, requester, assigneeId, teamId, customFields);
  }

  /** Returns this change, but for the assignee; null assigns nobody. */
  public ChangeTicket withAssignee(@Nullable UUID to) {
    return new ChangeTicket(
        subject, body, priority, tags, requester, Patch.to(to), teamId, customFields);
  }

  /** Returns this change, but for the team; null is no team. */
  public ChangeTicket withTeam(@Nullable UUID to) {
    return new ChangeTicket(
        subject, body, priority, tags, requester, assigneeId, Patch.to(to), customFields);
  }

  /** Returns this change, but for the tags. */
  public ChangeTicket withTags(List<String> to) {
    return new ChangeTicket(
        subject, body, priority, to, requester, assigneeId, teamId, customFields);
  }

  /** Returns this change, but for who asks. */
  public ChangeTicket withRequester(Requester to) {
    return new ChangeTicket(subject, body, priority, tags, to, assigneeId, teamId, customFields);
  }

  /** Returns this change, but for these custom fields; a null value empties its own. */
  public ChangeTicket withCustomFields(Map<String, @Nullable Object> to) {
    return new ChangeTicket(subject, body, priority, tags, requester, assigneeId, teamId, to);
  }
}
