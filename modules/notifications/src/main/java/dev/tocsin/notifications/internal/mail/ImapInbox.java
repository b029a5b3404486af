package dev.tocsin.notifications.internal.mail;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tocsin.notifications.internal.MailLine;
import dev.tocsin.notifications.mail.MailboxTls;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;

/** One folder of a mail server, open for reading; never used inside a transaction. */
final class ImapInbox implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ImapInbox.class.getName());

  private final Store store;
  private final Folder folder;
  private final UIDFolder ids;

  private ImapInbox(Store store, Folder folder) {
    this.store = store;
    this.folder = folder;
    this.ids = (UIDFolder) folder;
  }

  /**
   * Signs in and opens the folder.
   *
   * @param password in the clear
   */
  static ImapInbox open(PollLease lease, String password, MailLine line) throws MessagingException {
    String protocol = lease.tls() == MailboxTls.TLS ? "imaps" : "imap";
    Store store = Session.getInstance(properties(protocol, lease.tls(), line)).getStore(protocol);
    try {
      store.connect(lease.host(), lease.port(), lease.username(), password);
      Folder folder = store.getFolder(lease.folder());
      folder.open(Folder.READ_WRITE);
      return new ImapInbox(store, folder);
    } catch (MessagingException | RuntimeException e) {
      close(store);
      throw e;
    }
  }

  private static Properties properties(String protocol, MailboxTls tls, MailLine line) {
    String prefix = "mail." + protocol + ".";
    Properties properties = new Properties();
    line.use(properties, protocol);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", String.valueOf(tls == MailboxTls.STARTTLS));
    properties.setProperty(
        prefix + "starttls.required", String.valueOf(tls == MailboxTls.STARTTLS));
    properties.setProperty(prefix + "peek", "true"); // seen only once it is stored
    properties.setProperty(prefix + "partialfetch", "false");
    return properties;
  }

  /** Returns what the folder's ids are valid for. */
  long uidValidity() throws MessagingException {
    return ids.getUIDValidity();
  }

  /** Returns the id of the newest message; 0 of an empty folder. */
  long newest() throws MessagingException {
    int count = folder.getMessageCount();
    return count < 1 ? 0 : ids.getUID(folder.getMessage(count));
  }

  /** Returns the messages with an id in this range, oldest first. */
  List<Message> between(long after, long newest) throws MessagingException {
    if (newest <= after) {
      return List.of(); // asked for nothing, a server would answer its newest one
    }
    return sized(ids.getMessagesByUID(after + 1, newest));
  }

  /** Returns the messages up to an id that nobody has seen, oldest first. */
  List<Message> unseen(long newest) throws MessagingException {
    List<Message> unseen = new ArrayList<>();
    FlagTerm term = new FlagTerm(new Flags(Flags.Flag.SEEN), false);
    for (Message message : sized(folder.search(term))) {
      if (uid(message) <= newest) {
        unseen.add(message);
      }
    }
    return unseen;
  }

  private List<Message> sized(Message[] found) throws MessagingException {
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    folder.fetch(found, profile);
    return Arrays.stream(found).filter(message -> !message.isExpunged()).toList();
  }

  long uid(Message message) throws MessagingException {
    return ids.getUID(message);
  }

  /** Returns a message as it is on the server. */
  static byte[] whole(Message message) throws MessagingException, IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    message.writeTo(raw);
    return raw.toByteArray();
  }

  /** Returns the headers of a message and nothing else of it. */
  static byte[] headers(Message message) throws MessagingException {
    StringBuilder raw = new StringBuilder();
    Enumeration<String> lines = ((MimeMessage) message).getAllHeaderLines();
    while (lines.hasMoreElements()) {
      raw.append(lines.nextElement()).append("\r\n");
    }
    return raw.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Tells the server that a message was read. */
  static void see(Message message) throws MessagingException {
    message.setFlag(Flags.Flag.SEEN, true);
  }

  /**
   * Moves messages to another folder, which is made when there is none; what is gone is gone.
   * Copied and deleted, as every server can: whatever else is marked as deleted in the folder goes,
   * too.
   */
  void move(List<Long> uids, String to) throws MessagingException {
    Message[] here =
        Arrays.stream(ids.getMessagesByUID(uids.stream().mapToLong(Long::longValue).toArray()))
            .filter(message -> message != null && !message.isExpunged())
            .toArray(Message[]::new);
    if (here.length == 0) {
      return;
    }
    Folder archive = store.getFolder(to);
    if (!archive.exists() && !archive.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("there is no such folder, and the server makes none");
    }
    folder.copyMessages(here, archive);
    folder.setFlags(here, new Flags(Flags.Flag.DELETED), true);
    folder.expunge();
  }

  @Override
  public void close() {
    try {
      if (folder.isOpen()) {
        folder.close(false);
      }
    } catch (MessagingException e) {
      LOG.log(DEBUG, "the folder did not close well", e);
    }
    close(store);
  }

  private static void close(Store store) {
    try {
      store.close();
    } catch (MessagingException e) {
      LOG.log(DEBUG, "the mail server did not close well", e);
    }
  }
}
