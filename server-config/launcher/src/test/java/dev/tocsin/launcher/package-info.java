/**
 * What the launcher decides before it starts anything. Starting, killing and restarting servers is
 * tested where there is an EAR to start: by the system tests.
 */
@NullMarked
package dev.tocsin.launcher;

import org.jspecify.annotations.NullMarked;
