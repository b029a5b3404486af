/**
 * The mail of the service desk: what requesters and assignees are told by email, in which words,
 * and the mailboxes whose messages become tickets and answers.
 */
@NullMarked
package dev.tocsin.notifications.mail;

import org.jspecify.annotations.NullMarked;
