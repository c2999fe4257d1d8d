/** Time-based one-time passwords (RFC 6238): keys, codes, key URIs and QR codes. Depends on nothing else. */
@NullMarked
package dev.latchkey.twofactor.totp;

import org.jspecify.annotations.NullMarked;
