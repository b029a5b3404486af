package dev.tocsin.accounts;

import java.util.List;

/**
 * What a deactivation left behind.
 *
 * @param warnings where the person is still named, as {@link UserMentions} told
 */
public record Deactivation(UserView user, List<Warning> warnings) {

  public Deactivation {
    warnings = List.copyOf(warnings);
  }
}
