/** The section of the profile and its dialogs. */
@NullMarked
package dev.latchkey.twofactor.enrolment.ui;

import org.jspecify.annotations.NullMarked;
