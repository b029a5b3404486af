@NullMarked
package dev.tocsin.notifications.internal.mail;

import org.jspecify.annotations.NullMarked;
