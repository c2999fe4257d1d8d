/** Files of users and secrets that other servers and spreadsheets write, parsed in memory and within bounds. */
@NullMarked
package dev.latchkey.twofactor.transfer.file;

import org.jspecify.annotations.NullMarked;
