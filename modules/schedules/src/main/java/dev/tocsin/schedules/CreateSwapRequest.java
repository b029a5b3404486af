package dev.tocsin.schedules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks another person to take over a shift, to hand one over, or both.
 *
 * @param requesterId whose request it is; null means the caller's, somebody else's only an admin
 *     may make
 * @param other who shall answer; null for anybody, or for whoever is on call during {@code takes}
 * @param gives the requester's time on call that the other shall take over; null for none
 * @param takes the other's time on call that the requester wants to take over; null for none
 */
public record CreateSwapRequest(
    @Nullable UUID requesterId,
    @Nullable @Valid Person other,
    @Nullable @Valid Period gives,
    @Nullable @Valid Period takes,
    @Nullable @Size(max = 2000) String reason) {}
