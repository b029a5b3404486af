package dev.tocsin.web.notifications;

import dev.tocsin.accounts.SessionView;
import dev.tocsin.notifications.AddContactMethod;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ContactMethodView;
import dev.tocsin.notifications.ContactMethods;
import dev.tocsin.platform.error.Unauthenticated;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways in which the reader is reached, for the page of their account. */
@Named
@RequestScoped
public class OwnContactMethods {

  private static final String PROFILE = "/console/profile?faces-redirect=true";

  @Inject private ContactMethods methods;
  @Inject private Caller caller;

  private @Nullable List<ContactMethodView> all;
  private String address = "";
  private String label = "";

  /** Adds the address that was typed. */
  public String add() {
    String name = label.isBlank() ? null : label.strip();
    methods.add(caller.actor(), reader(), new AddContactMethod(Channel.EMAIL, address, name));
    Messages.done("contact.added", address);
    return PROFILE;
  }

  /** Removes one; after the last one the account's own address is used. */
  public String remove(UUID id) {
    methods.remove(caller.actor(), reader(), id);
    Messages.done("contact.removed");
    return PROFILE;
  }

  /** Returns them, the oldest first; read once a request. */
  public List<ContactMethodView> getAll() {
    List<ContactMethodView> known = all;
    if (known == null) {
      known = methods.list(caller.actor(), reader());
      all = known;
    }
    return known;
  }

  private UUID reader() {
    return caller.session().map(SessionView::user).orElseThrow(Unauthenticated::new).id();
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }
}
