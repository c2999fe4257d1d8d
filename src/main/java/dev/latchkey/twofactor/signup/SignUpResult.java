package dev.latchkey.twofactor.signup;

import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import org.springframework.modulith.NamedInterface;

/** The result of a step of the sign-up. */
@NamedInterface("api")
public sealed interface SignUpResult {

    /** The user with that id can sign in now. */
    record Done(long userId) implements SignUpResult {}

    /** The second factor is enforced: the name and the password are not stored until a code is given. */
    record CodeNeeded(ProposedEnrolment proposed) implements SignUpResult {}

    /** The code was not accepted. */
    record CodeRefused(EnrolmentResult reason) implements SignUpResult {}

    /** The link has been used or has expired. */
    record Closed() implements SignUpResult {}
}
