package dev.tocsin.ticketing.privacy;

import java.util.List;
import java.util.Map;

/**
 * Something that holds data of people who ask. A module that keeps any implements this as a CDI
 * bean, and is asked with the others, in one transaction.
 */
public interface PersonalData {

  /**
   * Returns all that is held of a person, by what it is; what is empty may be left out.
   *
   * @param email compared without case
   */
  Map<String, List<?>> heldOf(String email);

  /**
   * Forgets a person and returns how much that changed, by what it is.
   *
   * @param email compared without case
   */
  Map<String, Integer> forget(String email);
}
