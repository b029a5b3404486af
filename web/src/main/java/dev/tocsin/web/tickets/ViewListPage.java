package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.SavedViews;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Listed;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The lists of tickets that people come back to. */
@Named
@ViewScoped
public class ViewListPage extends ListPage<SavedViewDetail> {

  private static final long serialVersionUID = 1L;

  @Inject private SavedViews views;
  @Inject private Caller caller;

  @Override
  protected Page<SavedViewDetail> fetch(Filters wanted, PageRequest request) {
    return Listed.whole(views.list(caller.actor()));
  }
}
