package dev.tocsin.web.accounts;

import dev.tocsin.accounts.UserQuery;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Role;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Everybody who has an account. */
@Named
@ViewScoped
public class UserListPage extends ListPage<UserView> {
  private static final long serialVersionUID = 1L;

  @Inject private Users users;
  @Inject private Caller caller;

  @Override
  protected Page<UserView> fetch(Filters wanted, PageRequest request) {
    Boolean active =
        wanted.has("active", "all") ? null : Boolean.valueOf(!wanted.has("active", "no"));
    UserQuery query = new UserQuery(wanted.text("q"), wanted.one("role", Role.class), active, null);
    return users.list(caller.actor(), query, request);
  }
}
