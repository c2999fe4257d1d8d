package dev.latchkey.twofactor;

import dev.latchkey.user.SignInHindrance;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An administrator who owes a code that they have never been able to give, or is locked, is nobody to rely on. */
@Component
class CodeHindrance implements SignInHindrance {

    private final EnrolmentRepository enrolments;

    CodeHindrance(EnrolmentRepository enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public Set<Long> hinderedAmong(Collection<Long> userIds) {
        return enrolments.unableToGiveCode(userIds);
    }
}
