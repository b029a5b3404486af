package dev.tocsin.web.console;

import dev.tocsin.persistence.Page;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * One keyset page of a list as a table's lazy rows, read when the table is drawn and never sooner.
 *
 * <p>The table does not page by offsets: its address holds the cursor, and {@link #getNext} the one
 * of the page that follows.
 */
public final class KeysetModel<T> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1L;

  /** Reads the page the list stands on. */
  public interface Source<T> extends Supplier<Page<T>>, Serializable {}

  private final Source<T> source;
  private transient @Nullable Page<T> page;

  /** Makes the rows of a list. */
  public KeysetModel(Source<T> source) {
    this.source = source;
  }

  @Override
  public int count(Map<String, FilterMeta> filterBy) {
    return read().data().size();
  }

  @Override
  public List<T> load(
      int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    Page<T> current = page;
    return (current == null ? read() : current).data();
  }

  /** Returns the cursor of the next page; null on the last one, and before the rows are drawn. */
  public @Nullable String getNext() {
    Page<T> current = page;
    return current == null ? null : current.nextCursor();
  }

  /** Returns whether the table was drawn without a row. */
  public boolean isEmpty() {
    Page<T> current = page;
    return (current == null ? read() : current).data().isEmpty();
  }

  private Page<T> read() {
    Page<T> read = source.get();
    page = read;
    return read;
  }
}
