package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.attachments.AttachmentView;
import dev.tocsin.ticketing.attachments.TicketAttachments;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one ticket. */
@Named
@RequestScoped
public class TicketFilesPage {

  @Inject private TicketAttachments attachments;
  @Inject private TicketPage page;
  @Inject private Caller caller;
  private @Nullable List<AttachmentView> all;

  /** Returns the files, oldest first, read once a request. */
  public List<AttachmentView> getAll() {
    List<AttachmentView> known = all;
    if (known == null) {
      known = attachments.list(caller.actor(), page.getId());
      all = known;
    }
    return known;
  }
}
