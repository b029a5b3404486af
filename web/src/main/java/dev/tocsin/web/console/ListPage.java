package dev.tocsin.web.console;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import java.io.Serializable;

/** A page that shows one list: its filters come from the address, its rows a page at a time. */
public abstract class ListPage<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Filters filters = new Filters();
  private final KeysetModel<T> rows = new KeysetModel<>(() -> fetch(filters, filters.request()));

  /** Reads one page of the list as the filters want it. */
  protected abstract Page<T> fetch(Filters wanted, PageRequest request);

  /** Returns what narrows the list. */
  public Filters getFilters() {
    return filters;
  }

  /** Returns the rows. */
  public KeysetModel<T> getRows() {
    return rows;
  }
}
