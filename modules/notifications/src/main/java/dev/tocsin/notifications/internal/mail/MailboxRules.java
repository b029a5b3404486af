package dev.tocsin.notifications.internal.mail;

import dev.tocsin.accounts.Customers;
import dev.tocsin.notifications.mail.ChangeMailbox;
import dev.tocsin.notifications.mail.CreateMailbox;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds every fault of what somebody types about a mailbox. */
@Dependent
public class MailboxRules {

  @Inject private Customers customers;

  /**
   * Lets a new mailbox pass.
   *
   * @throws Rejected naming every fault
   */
  public void check(CreateMailbox command) {
    List<Fault> faults = new ArrayList<>(Input.faults(command));
    String folder = Objects.requireNonNullElse(command.folder(), Mailbox.INBOX);
    folders(faults, folder, command.archiveFolder());
    tenants(faults, command.customerId(), command.domains());
    refuse(faults);
  }

  /**
   * Lets a change pass.
   *
   * @throws Rejected naming every fault of what the mailbox would be
   */
  public void check(ChangeMailbox command, MailboxView now) {
    List<Fault> faults = new ArrayList<>(Input.faults(command));
    String archive = now.archiveFolder();
    if (command.archiveFolder() != null) {
      archive = command.archiveFolder().value();
      faults.addAll(Input.faults(CreateMailbox.class, "archiveFolder", archive));
    }
    folders(faults, Objects.requireNonNullElse(command.folder(), now.folder()), archive);
    UUID customer = command.customerId() == null ? null : command.customerId().value();
    tenants(faults, customer, command.domains());
    refuse(faults);
  }

  private static void folders(List<Fault> faults, String folder, @Nullable String archive) {
    if (folder.equals(archive)) {
      faults.add(new Fault("/archive_folder", "invalid", "must not be the folder that is read"));
    }
  }

  private void tenants(
      List<Fault> faults, @Nullable UUID customer, @Nullable Map<String, UUID> domains) {
    if (customer != null && customers.find(customer).isEmpty()) {
      faults.add(new Fault("/customer_id", "unknown", "no such customer"));
    }
    if (domains != null) {
      domains.forEach(
          (domain, id) -> {
            if (id != null && customers.find(id).isEmpty()) {
              faults.add(new Fault("/domains/" + domain, "unknown", "no such customer"));
            }
          });
    }
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
