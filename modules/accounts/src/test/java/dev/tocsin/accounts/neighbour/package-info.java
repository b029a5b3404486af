/** A module above this one, as small as can be: it names people and needs customers. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.accounts.neighbour;
