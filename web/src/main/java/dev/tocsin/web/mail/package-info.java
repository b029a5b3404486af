/** The mail of the service desk over HTTP and in the console: mailboxes, messages, templates. */
@NullMarked
package dev.tocsin.web.mail;

import org.jspecify.annotations.NullMarked;
