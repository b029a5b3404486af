/**
 * What the accounts module keeps to itself: its entities, its rules about passwords and lockout,
 * and its due work. No secret is stored here in a form that could be used again.
 */
@org.jspecify.annotations.NullMarked
package dev.tocsin.accounts.internal;
