/** Tests of the module's API with its real beans on a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.accounts;
