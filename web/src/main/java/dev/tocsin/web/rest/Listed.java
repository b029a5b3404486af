package dev.tocsin.web.rest;

import dev.tocsin.persistence.Page;
import java.util.List;

/** Lists that are short by nature come whole, in the shape of every other list. */
public final class Listed {

  private Listed() {}

  /** Returns a list as the only page of it. */
  public static <T> Page<T> whole(List<T> all) {
    return new Page<>(all, null);
  }
}
