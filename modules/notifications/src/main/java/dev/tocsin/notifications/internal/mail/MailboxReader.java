package dev.tocsin.notifications.internal.mail;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.tocsin.notifications.internal.MailLine;
import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Backoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mailbox outside any transaction: each message is stored before the server is told that
 * it was seen, and moved away only after that.
 */
@ApplicationScoped
public class MailboxReader {

  private static final System.Logger LOG = System.getLogger(MailboxReader.class.getName());
  private static final int MOST = 100;
  private static final int MAX_ERROR = 300;

  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** For one message and what comes before or after it: ends before the lease does. */
  private static final Duration STEP = PollStore.LEASE.minusSeconds(30);

  @Inject private PollStore store;
  @Inject private ArchiveStore archive;
  @Inject private SecretBox secrets;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /**
   * Reads what is new; returns whether that went well, and else notes why and when to try again.
   */
  boolean read(PollLease lease) {
    MailLine line = new MailLine(ANSWER, STEP);
    try (ImapInbox inbox = ImapInbox.open(lease, secrets.open(lease.password()), line)) {
      read(lease, inbox, line);
      return true;
    } catch (MessagingException | IOException | RuntimeException e) {
      String error = words(e);
      LOG.log(WARNING, () -> "mailbox " + lease.id() + " could not be read: " + error);
      Duration wait = Backoff.delay(lease.failures() + 5);
      try {
        store.fail(lease, error, Times.now(clock).plus(wait));
      } catch (RuntimeException f) {
        LOG.log(ERROR, "the failure was not recorded; the lease runs out and it is tried again", f);
      }
      return false;
    }
  }

  /**
   * Reads on from where reading stood. The first time, what somebody has seen is not taken in; when
   * the server has numbered its messages anew, everything is, and what was here before is known by
   * its {@code Message-ID}.
   */
  private void read(PollLease lease, ImapInbox inbox, MailLine line)
      throws MessagingException, IOException {
    long validity = inbox.uidValidity();
    boolean first = lease.uidValidity() == null;
    boolean same = lease.uidValidity() != null && lease.uidValidity() == validity;
    long newest = inbox.newest();
    List<Message> found =
        first ? inbox.unseen(newest) : inbox.between(same ? lease.lastUid() : 0, newest);
    boolean more = found.size() > MOST;
    long last = same ? lease.lastUid() : 0;
    for (Message message : more ? found.subList(0, MOST) : found) {
      line.goOn(STEP);
      last = inbox.uid(message);
      if (!keep(lease, validity, last, message)) {
        return;
      }
      ImapInbox.see(message);
    }
    String trouble = archive(lease, validity, inbox);
    Instant now = Times.now(clock);
    Duration rest = Duration.ofSeconds(settings.require(NotificationSettings.POLL_SECONDS));
    store.finish(
        lease,
        first && more ? null : Long.valueOf(validity),
        more ? last : Math.max(last, newest),
        more ? now : now.plus(rest),
        now,
        trouble);
  }

  private boolean keep(PollLease lease, long validity, long uid, Message message)
      throws MessagingException, IOException {
    long size = message.getSize();
    boolean large = size > InboundMail.LARGEST;
    byte[] raw = large ? ImapInbox.headers(message) : ImapInbox.whole(message);
    return store.keep(
        lease,
        validity,
        uid,
        raw,
        large ? size : raw.length,
        large ? "too_large" : null,
        Times.now(clock));
  }

  /** Moves what is stored, also by a reader that died; returns why that failed, null when not. */
  private @Nullable String archive(PollLease lease, long validity, ImapInbox inbox) {
    String to = lease.archiveFolder();
    List<Long> uids = to == null ? List.of() : archive.pending(lease, validity, MOST);
    if (to == null || uids.isEmpty()) {
      return null;
    }
    try {
      inbox.move(uids, to);
      archive.moved(lease, validity, uids.get(uids.size() - 1));
      return null;
    } catch (MessagingException e) {
      String error = "what was read could not be moved to " + to + ": " + words(e);
      LOG.log(WARNING, () -> "mailbox " + lease.id() + ": " + error);
      return error;
    }
  }

  private static String words(Exception e) {
    String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String prefix =
        e instanceof AuthenticationFailedException
            ? "the mail server refused user and password: "
            : "";
    return MailParser.line(prefix + said, MAX_ERROR);
  }
}
