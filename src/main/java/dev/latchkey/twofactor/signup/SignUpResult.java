package dev.latchkey.twofactor.signup;

import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import org.springframework.modulith.NamedInterface;

/** What came of a step of the sign-up. */
@NamedInterface("api")
public sealed interface SignUpResult {

    /** The user of that id can sign in now. */
    record Done(long userId) implements SignUpResult {}

    /** Everyone needs a second factor: the name and the password are kept nowhere until a code comes with them. */
    record CodeNeeded(ProposedEnrolment proposed) implements SignUpResult {}

    /** The code was not accepted. */
    record CodeRefused(EnrolmentResult reason) implements SignUpResult {}

    /** The link has been used or has expired. */
    record Closed() implements SignUpResult {}
}
