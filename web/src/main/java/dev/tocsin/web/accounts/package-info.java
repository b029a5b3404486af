/**
 * Accounts over HTTP: setting up, signing in, and keeping people, teams, customers and tokens. The
 * rules are the accounts module's.
 */
@NullMarked
package dev.tocsin.web.accounts;

import org.jspecify.annotations.NullMarked;
