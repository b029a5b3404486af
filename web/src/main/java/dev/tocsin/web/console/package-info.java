/**
 * What the pages of the console share: who is signed in, lists, formats, messages and errors. Page
 * beans stand beside the resources of their capability.
 */
@NullMarked
package dev.tocsin.web.console;

import org.jspecify.annotations.NullMarked;
