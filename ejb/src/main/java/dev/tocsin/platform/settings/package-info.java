/**
 * What an operator can change while Tocsin runs, and the sealing of what nobody may read back. Each
 * module declares its settings as constants; one bean reads and changes them all.
 */
@NullMarked
package dev.tocsin.platform.settings;

import org.jspecify.annotations.NullMarked;
