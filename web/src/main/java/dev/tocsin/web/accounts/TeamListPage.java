package dev.tocsin.web.accounts;

import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The teams that work can be given to. */
@Named
@ViewScoped
public class TeamListPage extends ListPage<TeamView> {
  private static final long serialVersionUID = 1L;

  @Inject private Teams teams;
  @Inject private Caller caller;

  @Override
  protected Page<TeamView> fetch(Filters wanted, PageRequest request) {
    return teams.list(caller.actor(), request);
  }
}
