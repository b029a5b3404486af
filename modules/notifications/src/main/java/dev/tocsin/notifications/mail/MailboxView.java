package dev.tocsin.notifications.mail;

import dev.tocsin.ticketing.Priority;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox, without its password.
 *
 * @param archiveFolder where messages are moved once they are read; null leaves them
 * @param polledAt when it was last read to its end; null if never
 * @param dueAt when it is read next; while it is being read, when the reader's lease ends
 * @param error why the last reading failed, or what went wrong with it; null while all is well
 * @param held messages of it that wait for somebody to decide
 */
public record MailboxView(
    UUID id,
    String name,
    String host,
    int port,
    MailboxTls tls,
    String username,
    String folder,
    @Nullable String archiveFolder,
    @Nullable UUID customerId,
    Map<String, UUID> domains,
    Priority priority,
    boolean enabled,
    @Nullable Instant polledAt,
    Instant dueAt,
    @Nullable String error,
    long held,
    Instant createdAt,
    long version) {

  public MailboxView {
    domains = Map.copyOf(domains);
  }
}
