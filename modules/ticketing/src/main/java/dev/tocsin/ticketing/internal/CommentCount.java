package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How much was said on a ticket; public comments count apart, so that no gap betrays the others.
 */
@Embeddable
public class CommentCount {

  @Column(name = "public_comments")
  private int inPublic;

  @Column(name = "internal_comments")
  private int internal;

  protected CommentCount() {}

  static CommentCount none() {
    return new CommentCount();
  }

  /** Returns the number of the next comment. */
  int next(Visibility visibility) {
    return visibility == Visibility.PUBLIC ? ++inPublic : ++internal;
  }
}
