package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.InboundMailDetail;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.notifications.mail.ReleaseMail;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message, and the decision about it when it is held. */
@Named
@ViewScoped
public class MailPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private InboundMails mails;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable UUID customerId;
  private @Nullable InboundMailDetail detail;

  /** Loads the message as it is now. */
  public void load() {
    detail = mails.require(caller.actor(), UuidConverter.asked(id));
  }

  /** Makes a ticket or an answer of it. */
  public void release() {
    InboundMailView released =
        mails.release(caller.actor(), UuidConverter.asked(id), new ReleaseMail(customerId));
    if (released.state() == InboundState.ACCEPTED) {
      Messages.done("mail.released");
    } else {
      Messages.failed("mail.still_held");
    }
    load();
  }

  /** Throws it away. */
  public String discard() {
    mails.discard(caller.actor(), UuidConverter.asked(id));
    Messages.done("mail.discarded");
    return "/console/mail/list?faces-redirect=true";
  }

  /** Returns the message; null before it is loaded. */
  public @Nullable InboundMailDetail getDetail() {
    return detail;
  }

  /** Returns whether somebody may still decide about it. */
  public boolean isOpen() {
    return detail != null && detail.mail().state().releasable();
  }

  public @Nullable UUID getCustomerId() {
    return customerId;
  }

  public void setCustomerId(@Nullable UUID customerId) {
    this.customerId = customerId;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
