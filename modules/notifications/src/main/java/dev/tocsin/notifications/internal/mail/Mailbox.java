package dev.tocsin.notifications.internal.mail;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.notifications.mail.ChangeMailbox;
import dev.tocsin.notifications.mail.CreateMailbox;
import dev.tocsin.notifications.mail.MailboxTls;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.JsonColumn;
import dev.tocsin.ticketing.Priority;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox that is read. Where reading stands is moved on by {@link PollStore} in SQL, without
 * touching the version that people change it by.
 */
@Entity
@Table(name = "mailbox", schema = "notifications")
public class Mailbox {

  /** The folder that every mailbox has. */
  static final String INBOX = "INBOX";

  @Id private UUID id;
  private String name;
  private String host;
  private int port;

  @Convert(converter = MailColumns.OfTls.class)
  private MailboxTls tls;

  private String username;
  private String password;
  private String folder;

  @Column(name = "archive_folder")
  private @Nullable String archiveFolder;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Convert(converter = Domains.class)
  private Map<String, UUID> domains;

  @Convert(converter = MailColumns.OfPriority.class)
  private Priority priority;

  private boolean enabled;

  @Column(name = "uid_validity")
  @SuppressWarnings("UnusedVariable") // read in SQL
  private @Nullable Long uidValidity;

  @Column(name = "last_uid")
  @SuppressWarnings("UnusedVariable") // read in SQL
  private long lastUid;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "lease_owner")
  @SuppressWarnings("UnusedVariable") // read in SQL
  private @Nullable String leaseOwner;

  @SuppressWarnings("UnusedVariable") // read in SQL
  private int failures;

  @Column(name = "polled_at")
  private @Nullable Instant polledAt;

  private @Nullable String error;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Mailbox() {}

  /** Makes a mailbox that is read at once. */
  public static Mailbox of(CreateMailbox command, String sealedPassword, Instant now) {
    Mailbox mailbox = new Mailbox();
    mailbox.id = Ids.next();
    mailbox.name = command.name().strip();
    mailbox.host = command.host().strip();
    mailbox.port = command.port();
    mailbox.tls = command.tls();
    mailbox.username = command.username();
    mailbox.password = sealedPassword;
    mailbox.folder = command.folder() == null ? INBOX : command.folder();
    mailbox.archiveFolder = command.archiveFolder();
    mailbox.customerId = command.customerId();
    mailbox.domains = lowered(command.domains() == null ? Map.of() : command.domains());
    mailbox.priority = command.priority();
    mailbox.enabled = command.enabled() == null || command.enabled();
    mailbox.dueAt = now;
    mailbox.createdAt = now;
    return mailbox;
  }

  /**
   * Changes what the command names, and reads anew at once; another folder, server or person has
   * messages of its own, so reading begins at its beginning.
   *
   * @param sealedPassword a new one; null to keep the one there is
   */
  public void change(ChangeMailbox command, @Nullable String sealedPassword, Instant now) {
    String place = host + "/" + username + "/" + folder;
    name = Optional.ofNullable(command.name()).map(String::strip).orElse(name);
    host = Optional.ofNullable(command.host()).map(String::strip).orElse(host);
    port = Optional.ofNullable(command.port()).orElse(port);
    tls = Optional.ofNullable(command.tls()).orElse(tls);
    username = Optional.ofNullable(command.username()).orElse(username);
    folder = Optional.ofNullable(command.folder()).orElse(folder);
    archiveFolder =
        command.archiveFolder() == null ? archiveFolder : command.archiveFolder().value();
    password = Optional.ofNullable(sealedPassword).orElse(password);
    customerId = command.customerId() == null ? customerId : command.customerId().value();
    domains = command.domains() == null ? domains : lowered(command.domains());
    priority = Optional.ofNullable(command.priority()).orElse(priority);
    enabled = Optional.ofNullable(command.enabled()).orElse(enabled);
    if (!place.equals(host + "/" + username + "/" + folder)) {
      uidValidity = null;
      lastUid = 0;
    }
    leaseOwner = null; // whoever is reading reads something else
    failures = 0;
    error = null;
    dueAt = now;
  }

  private static Map<String, UUID> lowered(Map<String, UUID> domains) {
    Map<String, UUID> lowered = new TreeMap<>();
    domains.forEach((domain, to) -> lowered.put(domain.strip().toLowerCase(Locale.ROOT), to));
    return lowered;
  }

  /** Returns whose ticket a message becomes by its sender's domain, or by this mailbox. */
  Optional<UUID> customerOf(String sender) {
    String domain = sender.substring(sender.lastIndexOf('@') + 1);
    UUID byDomain = domains.get(domain);
    return Optional.ofNullable(byDomain == null ? customerId : byDomain);
  }

  public UUID id() {
    return id;
  }

  Priority priority() {
    return priority;
  }

  public long version() {
    return version;
  }

  /**
   * Returns what people see of it.
   *
   * @param held messages of it that wait for somebody to decide
   */
  public MailboxView view(long held) {
    return new MailboxView(
        id,
        name,
        host,
        port,
        tls,
        username,
        folder,
        archiveFolder,
        customerId,
        domains,
        priority,
        enabled,
        polledAt,
        dueAt,
        error,
        held,
        createdAt,
        version);
  }

  /** Customers by domain. */
  @Converter
  public static class Domains extends JsonColumn<Map<String, UUID>>
      implements AttributeConverter<Map<String, UUID>, Object> {
    public Domains() {
      super(new TypeReference<>() {});
    }
  }
}
