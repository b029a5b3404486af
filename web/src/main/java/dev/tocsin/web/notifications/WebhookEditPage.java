package dev.tocsin.web.notifications;

import dev.tocsin.notifications.SubscriptionView;
import dev.tocsin.notifications.WebhookSubscriptions;
import dev.tocsin.platform.Role;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes a subscription; its secret is shown once. */
@Named
@ViewScoped
public class WebhookEditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/webhooks/list?faces-redirect=true";

  @Inject private WebhookSubscriptions subscriptions;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private final WebhookDraft draft = new WebhookDraft();
  private @Nullable String secret;

  /** Loads the subscription; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted != null) {
      SubscriptionView known = subscriptions.require(caller.actor(), wanted);
      version = known.version();
      draft.fill(known);
    }
  }

  /** Saves; a new one stays on the page, to show its secret. */
  public @Nullable String save() {
    UUID known = id;
    if (known == null) {
      secret = subscriptions.create(caller.actor(), draft.create()).secret();
      return null;
    }
    subscriptions.change(caller.actor(), known, draft.change(), version);
    Messages.done("webhooks.saved", draft.getName());
    return LIST;
  }

  /** Ends the subscription. */
  public String delete() {
    subscriptions.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("webhooks.deleted", draft.getName());
    return LIST;
  }

  /** Returns the secret just made; null before. */
  public @Nullable String getSecret() {
    return secret;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }

  public WebhookDraft getDraft() {
    return draft;
  }
}
