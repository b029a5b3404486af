/**
 * Who may use the system: people and their teams, customers (tenants), API tokens and sessions.
 * Everything else holds a person, a team or a customer by id and asks here for the rest.
 */
@org.jspecify.annotations.NullMarked
package dev.tocsin.accounts;
