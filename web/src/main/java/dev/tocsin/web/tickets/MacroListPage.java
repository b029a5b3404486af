package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.ticketing.work.MacroView;
import dev.tocsin.ticketing.work.Macros;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Listed;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The answers that are given often. */
@Named
@ViewScoped
public class MacroListPage extends ListPage<MacroView> {

  private static final long serialVersionUID = 1L;

  @Inject private Macros macros;
  @Inject private Caller caller;

  @Override
  protected Page<MacroView> fetch(Filters wanted, PageRequest request) {
    return Listed.whole(macros.list(caller.actor()));
  }
}
