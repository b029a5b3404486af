package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.MailboxTls;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right of one reader to read one mailbox for a while.
 *
 * @param owner the fence: whoever lost the lease stores nothing more
 * @param password sealed
 * @param archiveFolder where messages are moved once they are read; null leaves them
 * @param uidValidity what the folder's ids were valid for; null before the first reading
 * @param lastUid the last message that was read
 * @param failures readings that failed in a row
 */
record PollLease(
    UUID id,
    String owner,
    String host,
    int port,
    MailboxTls tls,
    String username,
    String password,
    String folder,
    @Nullable String archiveFolder,
    @Nullable Long uidValidity,
    long lastUid,
    int failures) {

  @Override
  public String toString() {
    return "PollLease[" + id + "]";
  }
}
