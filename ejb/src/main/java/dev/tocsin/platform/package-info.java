/**
 * What every module stands on: who acts, how input is judged, how transactions are opened and
 * schemas migrated. Nothing here knows any module.
 */
@NullMarked
package dev.tocsin.platform;

import org.jspecify.annotations.NullMarked;
