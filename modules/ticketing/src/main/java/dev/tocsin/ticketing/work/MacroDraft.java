package dev.tocsin.ticketing.work;

import dev.tocsin.ticketing.Texts;
import dev.tocsin.ticketing.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A macro as somebody wants it; used to create one and to replace one. It says something, changes
 * something, or both.
 *
 * @param order its place among the others, smaller first; null is last (when replaced: where it
 *     was)
 * @param audience null is the owner alone
 * @param teamId the team that finds it, where that is the audience
 * @param reply what is said, with placeholders such as {@code {{requester.name|there}}}
 * @param visibility who reads the reply; null is public
 */
public record MacroDraft(
    @NotNull @Size(max = 200) @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS)
        String name,
    @Nullable Integer order,
    @Nullable Audience audience,
    @Nullable UUID teamId,
    @Nullable @Size(max = 20_000) @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS)
        String reply,
    @Nullable Visibility visibility,
    @Nullable @Valid AdjustTicket change) {}
