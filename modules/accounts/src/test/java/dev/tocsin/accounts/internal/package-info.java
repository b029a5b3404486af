/** Tests of what the module keeps to itself: its rules in memory, its tables on PostgreSQL. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.accounts.internal;
