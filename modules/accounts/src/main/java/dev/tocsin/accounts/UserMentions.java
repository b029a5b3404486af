package dev.tocsin.accounts;

import java.util.List;
import java.util.UUID;

/**
 * Tells where a person is still counted on; modules that name people implement it as a CDI bean.
 *
 * <p>Called inside the transaction that deactivates the person.
 */
public interface UserMentions {

  /** Returns one warning for each thing that still names the person; empty when nothing does. */
  List<Warning> mentionsOf(UUID userId);
}
