package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * A node's wish for work on one channel.
 *
 * @param limit the most deliveries wanted
 * @param perReceiver the most that one receiver may have on this node at once
 * @param busy the receivers of what this node is sending now, once for each
 */
public record Claim(
    Channel channel,
    String owner,
    Instant now,
    Duration lease,
    int limit,
    int perReceiver,
    List<UUID> busy) {

  /** Returns the receivers that can take no more at the moment. */
  public List<UUID> full() {
    return busy.stream()
        .distinct()
        .filter(receiver -> Collections.frequency(busy, receiver) >= perReceiver)
        .toList();
  }
}
