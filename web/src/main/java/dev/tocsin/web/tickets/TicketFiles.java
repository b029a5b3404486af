package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.attachments.AttachmentView;
import dev.tocsin.ticketing.attachments.TicketAttachments;
import dev.tocsin.ticketing.attachments.Upload;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of tickets, as far as the reader may see them; each ticket's read once a request. */
@Named
@RequestScoped
public class TicketFiles {

  @Inject private TicketAttachments attachments;
  @Inject private Caller caller;
  private final Map<String, List<AttachmentView>> known = new HashMap<>();

  /** Returns every file of a ticket, oldest first. */
  public List<AttachmentView> all(String ticket) {
    return known.computeIfAbsent(ticket, ref -> attachments.list(caller.actor(), ref));
  }

  /** Returns the files of one comment; for null, those that hang on the ticket itself. */
  public List<AttachmentView> of(String ticket, @Nullable UUID comment) {
    return all(ticket).stream().filter(file -> Objects.equals(file.commentId(), comment)).toList();
  }

  /** Deletes a file with its bytes. */
  public void remove(String ticket, UUID file) {
    attachments.remove(caller.actor(), ticket, file);
    known.clear();
  }

  /** Returns the most bytes a file may have. */
  public long getMost() {
    return Upload.MOST_BYTES;
  }
}
