package dev.tocsin.incidents.internal;

/**
 * The policy that pages for an incident, and why it is this one.
 *
 * @param why in words a person can read
 */
record PolicyChoice(EscalationPolicy policy, String why) {}
