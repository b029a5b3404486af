package dev.tocsin.notifications.mail;

import dev.tocsin.ticketing.Priority;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox, without its password.
 *
 * @param polledAt when it was last read to its end; null if never
 * @param dueAt when it is read next; while it is being read, when the reader's lease ends
 * @param error why the last reading failed; null while all is well
 */
public record MailboxView(
    UUID id,
    String name,
    String host,
    int port,
    MailboxTls tls,
    String username,
    String folder,
    @Nullable UUID customerId,
    Map<String, UUID> domains,
    Priority priority,
    boolean enabled,
    @Nullable Instant polledAt,
    Instant dueAt,
    @Nullable String error,
    Instant createdAt,
    long version) {

  public MailboxView {
    domains = Map.copyOf(domains);
  }
}
