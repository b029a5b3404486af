package dev.tocsin.web.console;

import dev.tocsin.accounts.SessionView;
import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** Who looks at the page, for what the page shows; what they may do, the modules decide. */
@Named("me")
@RequestScoped
public class CurrentUser {

  @Inject private Caller caller;

  /** Returns whether somebody is signed in. */
  public boolean isSignedIn() {
    return caller.find().isPresent();
  }

  /** Returns the name; empty for nobody. */
  public String getName() {
    return caller.find().map(Actor::name).orElse("");
  }

  /** Returns the first letters of the first and the last name. */
  public String getInitials() {
    String[] words = getName().strip().split("\\s+", -1);
    String first = words[0].isEmpty() ? "" : words[0].substring(0, 1);
    String last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
    return (first + last).toUpperCase(Locale.ROOT);
  }

  /** Returns the role's wire name; empty for nobody. */
  public String getRole() {
    return caller.find().map(actor -> Code.of(actor.role())).orElse("");
  }

  /** Returns what a script of this page sends along to prove where it comes from. */
  public String getCsrf() {
    return caller.session().map(SessionView::csrfToken).orElse("");
  }

  /** Returns whether the reader administers the system. */
  public boolean isAdmin() {
    return caller.find().filter(actor -> actor.is(Role.ADMIN)).isPresent();
  }

  /** Returns whether the reader works on tickets and incidents. */
  public boolean isAgent() {
    return caller.find().filter(actor -> actor.is(Role.ADMIN, Role.AGENT)).isPresent();
  }
}
