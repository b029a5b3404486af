/**
 * How anything in Tocsin is stored. Ids, JSON columns, keyset pages and the schema migrator live
 * here; what is stored is each module's own business.
 */
@NullMarked
package dev.tocsin.persistence;

import org.jspecify.annotations.NullMarked;
