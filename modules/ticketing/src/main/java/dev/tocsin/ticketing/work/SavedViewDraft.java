package dev.tocsin.ticketing.work;

import dev.tocsin.ticketing.Texts;
import dev.tocsin.ticketing.TicketFilter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved view as somebody wants it; used to create one and to replace one.
 *
 * @param order its place among the others, smaller first; null is last (when replaced: where it
 *     was)
 * @param audience null is the owner alone
 * @param teamId the team that finds it, where that is the audience
 * @param columns null is the list's own
 */
public record SavedViewDraft(
    @NotNull @Size(max = 200) @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS)
        String name,
    @Nullable Integer order,
    @Nullable Audience audience,
    @Nullable UUID teamId,
    @NotNull @Valid TicketFilter filter,
    @Nullable @Size(max = 12) List<@NotNull TicketColumn> columns) {}
