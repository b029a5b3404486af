package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.ChangeMailbox;
import dev.tocsin.notifications.mail.CreateMailbox;
import dev.tocsin.notifications.mail.MailboxTls;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.persistence.Patch;
import dev.tocsin.ticketing.Priority;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about a mailbox. */
public class MailboxDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private String host = "";
  private Integer port = 993;
  private MailboxTls tls = MailboxTls.TLS;
  private String username = "";
  private String password = "";
  private String folder = "INBOX";
  private @Nullable String archiveFolder;
  private @Nullable UUID customerId;
  private String domains = "";
  private Priority priority = Priority.P2;
  private boolean enabled = true;

  void fill(MailboxView mailbox, String domainLines) {
    name = mailbox.name();
    host = mailbox.host();
    port = mailbox.port();
    tls = mailbox.tls();
    username = mailbox.username();
    folder = mailbox.folder();
    archiveFolder = mailbox.archiveFolder();
    customerId = mailbox.customerId();
    domains = domainLines;
    priority = mailbox.priority();
    enabled = mailbox.enabled();
  }

  CreateMailbox create(Map<String, UUID> byDomain) {
    return new CreateMailbox(
        name,
        host,
        port,
        tls,
        username,
        password,
        folder,
        archive(),
        customerId,
        byDomain,
        priority,
        enabled);
  }

  ChangeMailbox change(Map<String, UUID> byDomain) {
    return new ChangeMailbox(
        name,
        host,
        port,
        tls,
        username,
        password,
        folder,
        Patch.to(archive()),
        Patch.to(customerId),
        byDomain,
        priority,
        enabled);
  }

  /** Left empty, messages stay where they are. */
  private @Nullable String archive() {
    return archiveFolder == null || archiveFolder.isBlank() ? null : archiveFolder.strip();
  }

  public @Nullable String getArchiveFolder() {
    return archiveFolder;
  }

  public void setArchiveFolder(@Nullable String archiveFolder) {
    this.archiveFolder = archiveFolder;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getHost() {
    return host;
  }

  public void setHost(String host) {
    this.host = host;
  }

  public Integer getPort() {
    return port;
  }

  public void setPort(Integer port) {
    this.port = port;
  }

  public MailboxTls getTls() {
    return tls;
  }

  public void setTls(MailboxTls tls) {
    this.tls = tls;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getFolder() {
    return folder;
  }

  public void setFolder(String folder) {
    this.folder = folder;
  }

  public @Nullable UUID getCustomerId() {
    return customerId;
  }

  public void setCustomerId(@Nullable UUID customerId) {
    this.customerId = customerId;
  }

  public String getDomains() {
    return domains;
  }

  public void setDomains(String domains) {
    this.domains = domains;
  }

  public Priority getPriority() {
    return priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }
}
