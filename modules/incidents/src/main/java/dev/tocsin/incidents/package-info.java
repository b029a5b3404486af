/**
 * What is wrong and who is told: alerts become incidents with a timeline, and an incident pages
 * people by an escalation policy until somebody answers.
 */
@NullMarked
package dev.tocsin.incidents;

import org.jspecify.annotations.NullMarked;
