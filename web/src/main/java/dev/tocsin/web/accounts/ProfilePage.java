package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ChangeOwn;
import dev.tocsin.accounts.SessionView;
import dev.tocsin.accounts.SignIn;
import dev.tocsin.accounts.UserView;
import dev.tocsin.platform.error.Unauthenticated;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The reader's own account: name and password. */
@Named
@RequestScoped
public class ProfilePage {

  @Inject private SignIn signIn;
  @Inject private Caller caller;

  private @Nullable String name;
  private String currentPassword = "";
  private String newPassword = "";

  /** Changes the name. */
  public String rename() {
    signIn.changeOwn(caller.actor(), new ChangeOwn(getName(), null, null), caller.sessionToken());
    Messages.done("profile.renamed");
    return "/console/profile?faces-redirect=true";
  }

  /** Changes the password and so ends every other session. */
  public String changePassword() {
    signIn.changeOwn(
        caller.actor(), new ChangeOwn(null, currentPassword, newPassword), caller.sessionToken());
    Messages.done("profile.password_changed");
    return "/console/profile?faces-redirect=true";
  }

  /** Returns the account. */
  public UserView getAccount() {
    return caller.session().map(SessionView::user).orElseThrow(Unauthenticated::new);
  }

  public String getName() {
    String typed = name;
    return typed == null ? getAccount().name() : typed;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getCurrentPassword() {
    return currentPassword;
  }

  public void setCurrentPassword(String currentPassword) {
    this.currentPassword = currentPassword;
  }

  public String getNewPassword() {
    return newPassword;
  }

  public void setNewPassword(String newPassword) {
    this.newPassword = newPassword;
  }
}
