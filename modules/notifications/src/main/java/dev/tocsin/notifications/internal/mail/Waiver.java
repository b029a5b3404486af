package dev.tocsin.notifications.internal.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What need not be looked at again, because somebody has decided.
 *
 * @param released whether a person let the message in
 * @param customerId whose ticket it becomes when nothing else tells; null when something must
 */
record Waiver(boolean released, @Nullable UUID customerId) {

  /** Everything is looked at. */
  static final Waiver NONE = new Waiver(false, null);
}
