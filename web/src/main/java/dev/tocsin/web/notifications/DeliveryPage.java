package dev.tocsin.web.notifications;

import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryDetail;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One delivery with every attempt that was made. */
@Named
@ViewScoped
public class DeliveryPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Deliveries deliveries;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable DeliveryDetail detail;

  /** Loads the delivery as it is now. */
  public void load() {
    detail = deliveries.require(caller.actor(), UuidConverter.asked(id));
  }

  /** Has it sent again. */
  public void requeue() {
    deliveries.requeue(caller.actor(), UuidConverter.asked(id));
    Messages.done("deliveries.requeued");
    load();
  }

  /** Returns the delivery; null before it is loaded. */
  public @Nullable DeliveryDetail getDetail() {
    return detail;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
