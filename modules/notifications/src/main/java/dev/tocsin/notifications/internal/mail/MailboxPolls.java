package dev.tocsin.notifications.internal.mail;

import static java.lang.System.Logger.Level.WARNING;

import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Backoff;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueWork;
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
import java.util.Optional;

/**
 * Reads the mailboxes that are due, one after the other: leased, read outside any transaction, each
 * message stored before the server is told that it was seen.
 */
@ApplicationScoped
public class MailboxPolls implements DueWork {

  private static final System.Logger LOG = System.getLogger(MailboxPolls.class.getName());
  private static final int MOST = 100;
  private static final int MAX_ERROR = 300;

  @Inject private PollStore store;
  @Inject private SecretBox secrets;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "mailboxes";
  }

  @Override
  public Batch run(Instant now) {
    Optional<PollLease> lease = store.claim(now);
    if (lease.isEmpty()) {
      return Batch.NOTHING;
    }
    boolean read = read(lease.get());
    return new Batch(read ? 1 : 0, read ? 0 : 1, true, now);
  }

  private boolean read(PollLease lease) {
    try (ImapInbox inbox = ImapInbox.open(lease, secrets.open(lease.password()))) {
      read(lease, inbox);
      return true;
    } catch (MessagingException | IOException | RuntimeException e) {
      String error = words(e);
      LOG.log(WARNING, () -> "mailbox " + lease.id() + " could not be read: " + error);
      Duration wait = Backoff.delay(lease.failures() + 5);
      store.fail(lease, error, Times.now(clock).plus(wait));
      return false;
    }
  }

  /**
   * Reads on from where reading stood. The first time, what somebody has seen is not taken in; when
   * the server has numbered its messages anew, everything is, and what was here before is known by
   * its {@code Message-ID}.
   */
  private void read(PollLease lease, ImapInbox inbox) throws MessagingException, IOException {
    long validity = inbox.uidValidity();
    boolean first = lease.uidValidity() == null;
    boolean same = lease.uidValidity() != null && lease.uidValidity() == validity;
    long newest = inbox.newest();
    List<Message> found =
        first ? inbox.unseen(newest) : inbox.between(same ? lease.lastUid() : 0, newest);
    boolean more = found.size() > MOST;
    long last = same ? lease.lastUid() : 0;
    for (Message message : more ? found.subList(0, MOST) : found) {
      last = inbox.uid(message);
      if (!keep(lease, validity, last, message)) {
        return;
      }
      ImapInbox.see(message);
    }
    Instant now = Times.now(clock);
    Duration rest = Duration.ofSeconds(settings.require(NotificationSettings.POLL_SECONDS));
    store.finish(
        lease,
        first && more ? null : Long.valueOf(validity),
        more ? last : Math.max(last, newest),
        more ? now : now.plus(rest),
        now);
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

  private static String words(Exception e) {
    String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String prefix =
        e instanceof AuthenticationFailedException
            ? "the mail server refused user and password: "
            : "";
    return MailParser.line(prefix + said, MAX_ERROR);
  }
}
