package dev.tocsin.incidents.internal;

import java.time.Instant;

/** Tells whom a tier reaches. */
@FunctionalInterface
interface TargetFinder {

  Targets find(PolicyTier tier, Instant at);
}
