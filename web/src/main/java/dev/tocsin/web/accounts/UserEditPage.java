package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ChangeUser;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.Deactivation;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.accounts.Warning;
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

/** Invites somebody, or changes an account. */
@Named
@ViewScoped
public class UserEditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/users/list?faces-redirect=true";

  @Inject private Users users;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable UserView user;
  private final UserDraft draft = new UserDraft();

  /** Loads the account; without an id the page invites somebody. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted != null) {
      UserView loaded = users.require(wanted);
      user = loaded;
      draft.fill(loaded);
    }
  }

  /** Invites or saves. */
  public String save() {
    UserView known = user;
    if (known == null) {
      CreateUser command = draft.create();
      users.create(caller.actor(), command);
      Messages.done(command.password() == null ? "users.invited" : "users.created", command.name());
    } else {
      ChangeUser command = draft.change();
      users.change(caller.actor(), known.id(), command, known.version());
      Messages.done("users.saved", draft.getName());
    }
    return LIST;
  }

  /** Takes the account out of service and tells where the person is still named. */
  public String deactivate() {
    UUID known = UuidConverter.asked(id);
    Deactivation done = users.deactivate(caller.actor(), known, null);
    Messages.done("users.deactivated", done.user().name());
    for (Warning warning : done.warnings()) {
      Messages.warning(warning.detail());
    }
    return LIST;
  }

  /** Puts the account back into service. */
  public String activate() {
    UUID known = UuidConverter.asked(id);
    users.change(caller.actor(), known, UserDraft.activation(), null);
    Messages.done("users.activated", draft.getName());
    return LIST;
  }

  /** Sends another link to set a password. */
  public void invite() {
    Messages.done("users.invited", users.invite(caller.actor(), UuidConverter.asked(id)).name());
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }

  /** Returns the account as loaded; null while inviting. */
  public @Nullable UserView getUser() {
    return user;
  }

  public UserDraft getDraft() {
    return draft;
  }

  public Role[] getRoles() {
    return Role.values();
  }
}
